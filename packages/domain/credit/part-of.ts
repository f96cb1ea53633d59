import { fnv } from '../fnv.ts';
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
