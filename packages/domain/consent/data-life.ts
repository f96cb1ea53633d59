import { addDays, type BusinessDate, dateOf } from '../time.ts';
import type { Consent } from './consent.ts';

/** PIPL Art. 47 (3) has what rests on a withdrawn consent deleted and names no days: these are ours. */
export const REVOKED_DAYS = 15;

/**
 * The day by which a recipient has deleted what it read under a consent that ends: the data life of the last
 * read, but after a revocation REVOKED_DAYS at most. Undefined where nothing was read.
 */
export function deleteByOf(
  { reads, dataLifeDays }: Pick<Consent, 'reads' | 'dataLifeDays'>,
  ended: { readonly how: 'revoked' | 'expired'; readonly on: BusinessDate },
): BusinessDate | undefined {
  const last = reads.toSorted().at(-1);
  if (last === undefined) return undefined;
  const agreed = addDays(dateOf(last), dataLifeDays);
  const latest = addDays(ended.on, REVOKED_DAYS);
  return ended.how === 'revoked' && latest < agreed ? latest : agreed;
}
