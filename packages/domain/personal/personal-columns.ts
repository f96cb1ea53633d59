import type { Catalogue, Field } from '../credit/catalogue.ts';
import { knownHeaders, plainHeader } from '../credit/header.ts';
import type { RowReader } from '../credit/prepare-reader.ts';

/** Fields that are not kept for other reasons than the people they name. */
const impersonal: ReadonlySet<string> = new Set(['subject_name', 'row_number', 'updated_at']);

/** Columns whose answer is remembered: rows of JSON may all have others. */
const MAX_TOLD = 1_000;

/** Is it a field of people: a name, an ID number, a telephone? Records keep none of them (PIPL Art. 6, 28). */
const isPersonal = ({ discard, type, id }: Field): boolean =>
  discard === true && type === 'text' && !impersonal.has(id);

/**
 * Is a column of a file one of people's data? By how the file is read, and by its header where a mapping leaves
 * the column aside.
 */
export function personalColumns(
  catalogue: Catalogue,
  readers: Iterable<RowReader>,
): (column: string) => boolean {
  const read = new Set(
    [...readers].flatMap(({ sources }) =>
      sources.filter(({ field }) => isPersonal(field)).map(({ column }) => column),
    ),
  );
  const known = knownHeaders(catalogue);
  const told = new Map<string, boolean>();
  return (column) => {
    const before = told.get(column);
    if (before !== undefined) return before;
    const field = known.get(plainHeader(column));
    const now = read.has(column) || (field !== undefined && isPersonal(field));
    if (told.size < MAX_TOLD) told.set(column, now);
    return now;
  };
}
