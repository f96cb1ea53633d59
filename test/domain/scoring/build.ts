import { assert } from '#domain/assert';
import { type CatalogueId, catalogueIds } from '#domain/credit/catalogue';
import {
  type Content,
  type CreditRecord,
  type Line,
  recordId,
  type Severity,
} from '#domain/credit/record';
import type { Enterprise } from '#domain/enterprise/enterprise';
import { parseUnifiedCode } from '#domain/enterprise/unified-code';
import { yuan } from '#domain/money';
import type { FactName, Facts } from '#domain/scoring/facts';
import { readFacts } from '#domain/scoring/read-facts';
import { date, parseInstant } from '#domain/time';

const parsed = parseUnifiedCode('91320508MA0000269X');
assert(parsed.ok, 'the code of the tests is lawful');
export const CODE = parsed.value;
export const AS_OF = date('2026-03-31');
/** The city collects every catalogue. */
export const EVERY: ReadonlySet<CatalogueId> = new Set(catalogueIds);
export const NONE: ReadonlySet<CatalogueId> = new Set();

const receivedAt = parseInstant('2026-03-31T01:00:00.000Z');
assert(receivedAt !== undefined, 'the instant of the tests is one');

export const registered: Enterprise = {
  code: CODE,
  name: '苏州示例有限公司',
  status: 'operating',
  establishedOn: date('2016-03-31'),
  industry: 'C3921',
  district: '320508',
  registeredCapital: yuan(5_000_000),
};
/** A firm that the register told nothing of but its name. */
export const unregistered: Enterprise = { code: CODE, name: 'E1', status: 'operating' };

type RecordTerms = {
  readonly catalogue: CatalogueId;
  readonly key: string;
  readonly on: string;
  readonly to?: string | undefined;
  readonly severity?: Severity;
  readonly content?: Content;
};

export const aRecord = ({
  catalogue,
  key,
  on,
  to,
  severity = 'none',
  content = {},
}: RecordTerms): CreditRecord => ({
  id: recordId(catalogue, CODE, key),
  catalogue,
  catalogueVersion: 1,
  subject: CODE,
  supplier: 'supplier_test',
  occurredOn: date(on),
  receivedAt,
  severity,
  validity: { from: date(on), ...(to !== undefined && { to: date(to) }) },
  content: { code: CODE, ...content },
  provenance: [],
});

/** Rows of one period as one record. */
export const packed = (
  catalogue: CatalogueId,
  key: string,
  end: string,
  lines: readonly Content[],
): CreditRecord => ({
  ...aRecord({ catalogue, key, on: end }),
  lines: lines.map((content, index): Line => ({ key: String(index), content, provenance: [] })),
});

export type Invoice = {
  readonly on: string;
  readonly yuan: number;
  readonly with?: string;
  readonly direction?: 'sale' | 'purchase';
  readonly status?: 'valid' | 'void';
};

export const invoices = (...all: readonly Invoice[]): readonly CreditRecord[] => packInvoices(all);

/** Invoices packed by quarter, as the catalogue does. */
export function packInvoices(all: readonly Invoice[]): readonly CreditRecord[] {
  const quarterOf = ({ on }: Invoice) =>
    `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`;
  return [...Map.groupBy(all, quarterOf)].map(([quarter, some]) => {
    const end = ['03-31', '06-30', '09-30', '12-31'][Number(quarter.at(-1)) - 1];
    const lines = some.map((invoice, index) => ({
      code: CODE,
      direction: invoice.direction ?? 'sale',
      status: invoice.status ?? 'valid',
      number: `${invoice.on}-${index}`,
      issued_on: invoice.on,
      amount: yuan(invoice.yuan),
      ...(invoice.with !== undefined && { counterparty: invoice.with }),
    }));
    return packed('vat-invoice', quarter, `${quarter.slice(0, 4)}-${end}`, lines);
  });
}

/** `YYYY-MM`, headcount, paid. */
export type InsuredMonth = readonly [month: string, headcount: number, paid?: 'yes' | 'no'];

export const insurance = (...months: readonly InsuredMonth[]): readonly CreditRecord[] =>
  [...Map.groupBy(months, ([month]) => month.slice(0, 4))].map(([year, some]) =>
    packed(
      'social-insurance',
      year,
      `${year}-12-31`,
      some.map(([month, headcount, paid]) => ({
        code: CODE,
        month,
        headcount,
        ...(paid !== undefined && { paid }),
      })),
    ),
  );

export const penalty = (
  on: string,
  severity: Severity,
  told: { readonly to?: string; readonly fine?: number; readonly key?: string } = {},
): CreditRecord =>
  aRecord({
    catalogue: 'administrative-penalty',
    key: told.key ?? `${on}-${severity}`,
    on,
    to: told.to,
    severity,
    content: { category: 'fine', ...(told.fine !== undefined && { fine_amount: yuan(told.fine) }) },
  });

export const taxGrade = (year: number, grade: string): CreditRecord =>
  aRecord({
    catalogue: 'tax-grade',
    key: String(year),
    on: `${year + 1}-04-20`,
    content: { year, grade, published_on: `${year + 1}-04-20` },
  });

export const readAll = (
  records: readonly CreditRecord[],
  told: {
    readonly enterprise?: Enterprise;
    readonly complete?: ReadonlySet<CatalogueId>;
    readonly asOf?: typeof AS_OF;
  } = {},
): Facts => readFacts({ enterprise: registered, asOf: AS_OF, complete: EVERY, ...told, records });

/** The values of some facts, undefined where not known. */
export const valuesOf = (facts: Facts, ...names: readonly FactName[]) =>
  Object.fromEntries(names.map((name) => [name, facts[name]?.value]));
