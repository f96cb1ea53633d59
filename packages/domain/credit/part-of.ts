import type { RowReader } from './prepare-reader.ts';
import type { RawRow } from './raw-row.ts';

/**
 * The part, 0 to `parts` - 1, to which a row's subject falls: rows of one firm always to the same, however
 * its code is spelt. Rows without a subject fall to one part too.
 */
export function partOf({ sources }: RowReader, { cells }: RawRow, parts: number): number {
  const subject = sources.find(({ isSubject }) => isSubject);
  const text = subject && (subject.constant ?? cells[subject.column]);
  return fnv((text ?? '').replace(/[\s-]/g, '').toUpperCase()) % parts;
}

/** FNV-1a over UTF-16 units: codes spread evenly, and every machine says the same. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return hash >>> 0;
}
