import type { BusinessDate } from '../time.ts';
import type { Content, Severity } from './record.ts';

export const catalogueIds = [
  'enterprise-registration',
  'administrative-licence',
  'administrative-penalty',
  'judgment-debtor',
  'dishonest-debtor',
  'tax-grade',
  'tax-arrears',
  'social-insurance',
  'vat-invoice',
  'honour',
] as const;
export type CatalogueId = (typeof catalogueIds)[number];

/**
 * - `code`: 统一社会信用代码 · `date`: a business date · `month`: `YYYY-MM` · `money`: fen once read (the file's
 *   unit is the mapping's or the field's) · `integer`: whole number · `text` · `choice`: one of `choices`.
 */
export type FieldType = 'code' | 'date' | 'month' | 'money' | 'integer' | 'text' | 'choice';

/** The value kept → the spellings met for it. */
export type Choices = Readonly<Record<string, readonly string[]>>;

export type Field = {
  readonly id: string;
  readonly type: FieldType;
  /** The Chinese name, which is also a header alias. */
  readonly zh: string;
  readonly required?: boolean;
  /** Further headers met in the field: both 双公示 code generations, older Chinese names. */
  readonly aliases?: readonly string[];
  /** For `choice`; the value itself is always one of its spellings. */
  readonly choices?: Choices;
  /** For `choice`: a cell may join several by `;`. Choices then stand in rising order; the last named counts. */
  readonly gravest?: boolean;
  /** Spellings that say as much as an empty cell, e.g. 长期 as the end of a licence. */
  readonly absent?: readonly string[];
  /** Holds instead of `choices` and `absent` where the file has one of these headers: older code tables. */
  readonly legacy?: {
    readonly headers: readonly string[];
    readonly choices: Choices;
    readonly absent?: readonly string[];
  };
  /** A value that cannot be read is left out with a warning, and the row is kept. */
  readonly dispensable?: boolean;
  /** Recognised but never kept: personal data, and stamps that would make every delivery differ. */
  readonly discard?: boolean;
  /** For `text`: characters; default MAX_TEXT. */
  readonly maxLength?: number;
  /** For `money` and `integer`: lowest lawful value; 0 unless told. */
  readonly min?: number;
  readonly max?: number;
  /** For `money`: the unit in which files deliver it unless the mapping says otherwise; yuan unless told. */
  readonly unit?: 'yuan' | 'wan_yuan';
  /** For `date` and `month`: what lies after the delivery is refused unless told. */
  readonly futureAllowed?: boolean;
};

/** A catalogue is data: what a department delivers, how a row is recognised again, how long it counts. */
export type Catalogue = {
  readonly id: CatalogueId;
  readonly version: number;
  readonly zh: string;
  /** One English sentence: what a row says. */
  readonly about: string;
  /**
   * The field of the subject's code, and the field of the day from which the record counts: a `month` counts
   * by its last day, and where the field is optional and absent the day of delivery stands in.
   */
  readonly subject: string;
  readonly occurredOn: string;
  readonly fields: readonly Field[];
  /** Pairs of dates of which the second may not come before the first. */
  readonly inOrder?: readonly (readonly [earlier: string, later: string])[];
  /** Money that should be the sum of other money; a row where it is not is kept with a warning. */
  readonly sums?: readonly { readonly total: string; readonly parts: readonly string[] }[];
  /** De-duplication key within subject: same key and content = duplicate, other content = corrected. */
  readonly key: readonly string[];
  /** High-volume catalogues are packed: one record per firm and period, rows as lines inside. */
  readonly packedBy?: 'quarter' | 'year';
  readonly severityOf?: (content: Content) => Severity;
  /** The last day on which the record counts; undefined = until something ends it. */
  readonly endOf?: (
    content: Content,
    occurredOn: BusinessDate,
    severity: Severity,
  ) => BusinessDate | undefined;
};

export const MAX_TEXT = 500;
