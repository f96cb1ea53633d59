import type { RecordId } from '../ids.ts';
import { addMonths, type BusinessDate } from '../time.ts';
import { catalogues } from './catalogues.ts';
import { barOf, type Usable } from './uses.ts';

/**
 * What happens to a firm that broke a commitment (信用承诺) or declared what was found false. Lengths are
 * configuration: Order 58 bars promises for three years (domain.md C8, M:medium), Order 36 is not verified;
 * the year on the list of attention is ours.
 */
export const brokenPromiseRule = {
  version: 1,
  /** On the attention list, where a person has to look, for that long. */
  attentionMonths: 12,
  /** Nothing is repaired on the firm's promise for that long. */
  promiseBarMonths: 36,
} as const;

/** A commitment that was not kept, or a declaration that was found false. */
export type BrokenPromise = {
  readonly record: RecordId;
  readonly why: 'commitment_broken' | 'declaration_false';
  readonly on: BusinessDate;
  /** Made good by then: attention ends, the bar does not. */
  readonly rectifiedOn?: BusinessDate;
};

/** What of a firm's records tells of broken promises: a profile's entries, or the records themselves. */
export type Entries = Iterable<readonly [RecordId, Usable]>;

/**
 * Promises broken by a day, oldest first. What has been withdrawn was never broken; a false declaration stays
 * one when it is declared anew in other words.
 */
export const brokenPromises = (entries: Entries, asOf: BusinessDate): readonly BrokenPromise[] =>
  [...entries]
    .flatMap(([record, entry]) => brokenOf(record, entry))
    .filter(({ on }) => on <= asOf)
    .toSorted((a, b) => compare(a.on, b.on) || compare(a.record, b.record));

/** Whether the firm's word is taken: no repair by commitment while a broken promise bars it. */
export const mayPromise = (entries: Entries, day: BusinessDate): boolean =>
  brokenPromises(entries, day).every(
    ({ on }) => addMonths(on, brokenPromiseRule.promiseBarMonths) <= day,
  );

/** A record about commitments speaks of a fault only where one was not kept (信用承诺履约). */
function brokenOf(record: RecordId, entry: Usable): readonly BrokenPromise[] {
  const bar = barOf(entry);
  if (entry.foundFalseOn !== undefined && bar !== 'withdrawn')
    return [{ record, why: 'declaration_false', on: entry.foundFalseOn }];
  const { category } = catalogues[entry.catalogue];
  const rectifiedOn = entry.validity.to;
  return bar === undefined && category === 'commitment' && entry.severity !== 'none'
    ? [
        {
          record,
          why: 'commitment_broken',
          on: entry.occurredOn,
          ...(rectifiedOn !== undefined && { rectifiedOn }),
        },
      ]
    : [];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
