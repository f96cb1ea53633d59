import { type Instant, shiftDays } from '../time.ts';
import type { Frequency } from './consent.ts';

/** Those of the reads that count at an instant, oldest first: clocks differ, so later ones count too. */
export const readsWithin = (
  reads: readonly Instant[],
  { days }: Frequency,
  now: Instant,
): readonly Instant[] => {
  const since = shiftDays(now, -days);
  return reads.filter((at) => at > since).toSorted();
};

/** From when on one more read is possible; undefined where it is now. */
export function nextReadAt(
  reads: readonly Instant[],
  frequency: Frequency,
  now: Instant,
): Instant | undefined {
  const counted = readsWithin(reads, frequency, now);
  const leaves = counted[counted.length - frequency.reads];
  return leaves && shiftDays(leaves, frequency.days);
}
