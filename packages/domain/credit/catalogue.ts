import type { BusinessDate } from '../time.ts';
import type { CatalogueId } from './catalogue-ids.ts';
import type { ListTypeId } from './lists/list-type.ts';
import type { Content, Severity } from './record.ts';

export { type CatalogueId, catalogueIds } from './catalogue-ids.ts';

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

/** Categories of the shared lists of 国办发〔2021〕52号 and 〔2024〕15号 (domain.md C6). */
export const catalogueCategories = [
  'registration',
  'administrative_act',
  'judicial',
  'dishonesty_list',
  'tax',
  'social_security',
  'utility',
  'trade',
  'property',
  'intellectual_property',
  'qualification',
  'sector_grade',
  'honour',
  'contract',
  'commitment',
  'policy_support',
  'self_declared',
] as const;
export type CatalogueCategory = (typeof catalogueCategories)[number];

/** Who delivers: a kind of 归集单位, not one office. */
export const supplierKinds = [
  'market_regulator',
  'department',
  'court',
  'tax_office',
  'social_security_office',
  'housing_fund',
  'utility',
  'customs',
  'land_registry',
  'movables_registry',
  'ip_office',
  'procurement_office',
  'credit_office',
  'enterprise',
] as const;
export type SupplierKind = (typeof supplierKinds)[number];

/** 归集周期: how often a supplier delivers; `event` = within days of each act. */
export const cycles = [
  'event',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'half_yearly',
  'yearly',
] as const;
export type Cycle = (typeof cycles)[number];

/**
 * 共享属性. `public`: may be shown to everybody · `authorised`: only to whom the firm has authorised · `sealed`:
 * leaves this platform for nobody, and counts in no score.
 */
export const sharingClasses = ['public', 'authorised', 'sealed'] as const;
export type SharingClass = (typeof sharingClasses)[number];

/** A catalogue is data: what a department delivers, how a row is recognised again, how long it counts. */
export type Catalogue = {
  readonly id: CatalogueId;
  readonly version: number;
  readonly zh: string;
  /** One English sentence: what a row says. */
  readonly about: string;
  readonly category: CatalogueCategory;
  readonly supplierKind: SupplierKind;
  readonly cycle: Cycle;
  readonly sharing: SharingClass;
  /** Years for which a record is kept after it has ended (or, without an end, after its day). */
  readonly retentionYears: number;
  /** Days on which this version may be delivered. */
  readonly effective: { readonly from: BusinessDate; readonly to?: BusinessDate };
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
  /** 更新字段: rows of one firm with the same values here speak of the same record; empty = one record per firm. */
  readonly updateKey: readonly string[];
  /**
   * 去重字段: a row with the update key of a record and the same values here is its duplicate, with others its
   * correction. All fields unless told.
   */
  readonly dedupKey?: readonly string[];
  /** High-volume catalogues are packed: one record per firm and period, rows as lines inside. */
  readonly packedBy?: 'quarter' | 'year';
  /** The list on which a record in force puts the firm, or the field that names it (domain.md C10). */
  readonly list?: { readonly type: ListTypeId } | { readonly field: string };
  /** 两书同达: a record that is accepted reminds its firm how it may be repaired. */
  readonly reminder?: boolean;
  /** Records count only once somebody has verified them (domain.md A12). */
  readonly verified?: boolean;
  readonly severityOf?: (content: Content) => Severity;
  /** The last day on which the record counts; undefined = until something ends it. */
  readonly endOf?: (
    content: Content,
    occurredOn: BusinessDate,
    severity: Severity,
  ) => BusinessDate | undefined;
};

export const MAX_TEXT = 500;
