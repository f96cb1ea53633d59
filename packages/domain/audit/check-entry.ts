import type { AuditEntry, AuditHead, DigestOf } from './audit-entry.ts';
import { NO_HASH } from './audit-entry.ts';

/**
 * Why an entry does not follow the one before it, in this order: `entry_missing`, its number is not the next one ·
 * `entry_altered`, it is not what its hash was taken of · `link_broken`, it was written after another entry.
 */
export type EntryFault = 'entry_missing' | 'entry_altered' | 'link_broken';

export function whyNotEntry(
  entry: AuditEntry,
  before: AuditHead | undefined,
  digestOf: DigestOf,
): EntryFault | undefined {
  if (entry.seq !== (before?.seq ?? 0) + 1) return 'entry_missing';
  if (!isWhole(entry, digestOf)) return 'entry_altered';
  if (entry.previous !== (before?.hash ?? NO_HASH)) return 'link_broken';
  return before && entry.at < before.at ? 'link_broken' : undefined;
}

/** Is the entry what its hash was taken of? */
export const isWhole = ({ hash, ...told }: AuditEntry, digestOf: DigestOf): boolean =>
  digestOf(told) === hash;
