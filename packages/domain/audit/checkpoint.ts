import { addDays, type BusinessDate, dateOf, type Instant } from '../time.ts';
import { type AuditEntry, type DigestOf, NO_HASH } from './audit-entry.ts';

/** What seals a day: whoever keeps the last one can tell whether anything before it was changed. */
export type Sealed = {
  readonly day: BusinessDate;
  /** How many entries the day has. */
  readonly entries: number;
  /** Folded from the hashes of the day's entries, shard by shard, by stream and number. */
  readonly root: string;
  /** The hash of the checkpoint of the day before, NO_HASH of the first. */
  readonly previous: string;
};
export type AuditCheckpoint = Sealed & {
  /** JWS over the canonical JSON of what is sealed. */
  readonly signature: string;
};

/** Two in a row without a day between them; a day without entries is sealed as well. */
export type CheckpointFault = 'checkpoint_missing' | 'checkpoint_altered';

export const sealedOf = ({ day, entries, root, previous }: Sealed): Sealed => ({
  day,
  entries,
  root,
  previous,
});

/** The signature counts too: another one over the same day would be another checkpoint. */
export const checkpointHash = (checkpoint: AuditCheckpoint, digestOf: DigestOf): string =>
  digestOf(checkpoint);

export function whyNotCheckpoint(
  checkpoint: AuditCheckpoint,
  before: AuditCheckpoint | undefined,
  digestOf: DigestOf,
): CheckpointFault | undefined {
  if (before && checkpoint.day !== addDays(before.day, 1)) return 'checkpoint_missing';
  const previous = before ? checkpointHash(before, digestOf) : NO_HASH;
  if (checkpoint.previous === previous) return undefined;
  return before ? 'checkpoint_altered' : 'checkpoint_missing';
}

/** The root of a day without entries, and of one with an entry more. */
export const EMPTY_ROOT = NO_HASH;
export const rootAfter = (root: string, { hash }: AuditEntry, digestOf: DigestOf): string =>
  digestOf([root, hash]);

/**
 * The last day to which no entry can come any more: an hour after midnight in Asia/Shanghai, since a commit that
 * began before midnight may end after it, on a clock of its own.
 */
export function lastClosedDay(now: Instant): BusinessDate {
  const yesterday = addDays(dateOf(now), -1);
  return now >= `${yesterday}T17:00:00.000Z` ? yesterday : addDays(yesterday, -1);
}
