import type { BusinessDate } from '../time.ts';
import type { AuditStream } from './audit-entry.ts';
import type { EntryFault } from './check-entry.ts';
import type { CheckpointFault } from './checkpoint.ts';

/**
 * Besides what an entry or a checkpoint tells of itself: `entry_unreadable`, nothing can be read there ·
 * `item_altered`, the item holds an entry but is not the one that was written (a key, the version, an attribute) ·
 * `day_differs`, the entries of a sealed day are not those that were sealed · `signature_wrong`, nobody with the key
 * has signed this checkpoint.
 */
export type AuditFault =
  | EntryFault
  | CheckpointFault
  | 'entry_unreadable'
  | 'item_altered'
  | 'day_differs'
  | 'signature_wrong';

/** The place of a fault, as close as it can be told. */
export type BrokenLink = {
  readonly why: AuditFault;
  readonly stream?: AuditStream;
  readonly seq?: number;
  readonly day?: BusinessDate;
};

/** `need/need_1/12` as a place. */
export function placeOf(
  name: string,
): { readonly stream: AuditStream; readonly seq: number } | undefined {
  const cut = name.lastIndexOf('/');
  const [stream, seq] = [name.slice(0, cut), Number(name.slice(cut + 1))];
  return isStream(stream) && Number.isSafeInteger(seq) ? { stream, seq } : undefined;
}

export const isStream = (text: string): text is AuditStream => /^[^/]+\/.+$/.test(text);

/**
 * What an altered item is called: its keys, its index keys and its body each name it, and where one of them was
 * changed, the others agree.
 */
export function mostSaid(names: readonly string[]): string | undefined {
  const said = [...Map.groupBy(names, (name) => name)];
  return said.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}
