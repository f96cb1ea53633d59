import type { BusinessDate } from '../time.ts';
import { type RowReader, textOf } from './prepare-reader.ts';
import type { RawRow } from './raw-row.ts';

/**
 * The part, 0 to `parts` - 1, to which a row's subject falls: rows of one firm always to the same, however
 * its code is spelt. What is no code falls where its text does: no firm's rows are told apart by that.
 */
export function partOf(
  { sources }: RowReader,
  row: RawRow,
  { parts, today }: { readonly parts: number; readonly today: BusinessDate },
): number {
  const subject = sources.find(({ isSubject }) => isSubject);
  if (!subject) return 0;
  const text = textOf(subject, row);
  const reading = subject.read(text, today);
  const code = typeof reading === 'object' && 'value' in reading ? reading.value : reading;
  return fnv(typeof code === 'string' ? code : text) % parts;
}

/** FNV-1a over UTF-16 units: codes spread evenly, and every machine says the same. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return hash >>> 0;
}
