import { type Instant, shiftDays } from '../time.ts';
import type { Frequency } from './consent.ts';

/** Clocks differ; a read never comes before one that was given, or the window could be had twice over. */
export const notBefore = (now: Instant, reads: readonly Instant[]): Instant =>
  [...reads, now].toSorted().at(-1) ?? now;

/** Those of the reads that count at an instant, oldest first. */
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
