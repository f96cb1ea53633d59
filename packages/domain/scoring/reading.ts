import type { CatalogueId } from '../credit/catalogue.ts';
import type { Content, CreditRecord } from '../credit/record.ts';
import type { Enterprise } from '../enterprise/enterprise.ts';
import type { RecordId } from '../ids.ts';
import { shareOf } from '../rate.ts';
import { type BusinessDate, daysSinceEpoch } from '../time.ts';
import type { Fact, FactName, Facts, FactValue } from './facts.ts';

/** What every reader of facts is given: the firm, the day, and the records that had happened by then. */
export type Reading = {
  readonly enterprise: Enterprise;
  readonly asOf: BusinessDate;
  /** In order of id, so that the order of delivery never matters. */
  readonly of: (catalogue: CatalogueId) => readonly CreditRecord[];
  /** Whether a firm without a record in this catalogue is known to have none. */
  readonly silenceMeansNone: (catalogue: CatalogueId) => boolean;
};

export const MAX_EVIDENCE = 10;

/** Shares beyond a hundredfold tell no more and would leave the whole numbers. */
const MAX_SHARE = 1_000_000;

/** `{ name: fact }`, or nothing where the value is not known. */
export function fact(
  name: FactName,
  value: FactValue | undefined,
  evidence: readonly RecordId[],
): Facts {
  if (value === undefined) return {};
  const known: Fact = { value, evidence: evidence.slice(0, MAX_EVIDENCE) };
  return { [name]: known };
}

/** Ids of records, the greatest weight first, then by id; all of them where nothing weighs. */
export function evidenceOf<Item extends { readonly id: RecordId }>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
): readonly RecordId[] {
  const telling = items.filter((item) => weightOf(item) > 0);
  return (telling.length > 0 ? telling : items)
    .toSorted((a, b) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_EVIDENCE)
    .map(({ id }) => id);
}

/** Ids of records, the latest day first. */
export const latestFirst = (records: readonly CreditRecord[]): readonly RecordId[] =>
  evidenceOf(records, (record) => daysSinceEpoch(record.occurredOn));

/** Basis points, within a hundredfold; undefined where the whole is not positive. */
export function share(part: number, whole: number): number | undefined {
  if (whole <= 0) return undefined;
  const limit = (MAX_SHARE / 10_000) * whole;
  return (shareOf(Math.max(-limit, Math.min(limit, part)), whole) ?? 0) + 0; // -0 + 0 is 0.
}

export function numberIn(content: Content, field: string): number | undefined {
  const value = content[field];
  return typeof value === 'number' ? value : undefined;
}

export function textIn(content: Content, field: string): string | undefined {
  const value = content[field];
  return typeof value === 'string' ? value : undefined;
}

/** Whether a day that the content names has come: what is to end later has not ended yet. */
export function hasCome(content: Content, field: string, asOf: BusinessDate): boolean {
  const day = textIn(content, field);
  return day !== undefined && day <= asOf;
}
