import { CUT, type RawRow } from '#domain/credit/raw-row';

/** Of one row, its cells together; a longer one is refused, and the file goes on. */
export const MAX_ROW_CHARACTERS = 1_000_000;
/** Of one line of JSON; up to here a line that is too large can still be told apart into cells. */
export const MAX_LINE_CHARACTERS = 16 * 1024 ** 2;
/** What goes back to the supplier of one cell of a row that is refused as too large. */
export const MAX_KEPT_CELL = 4_000;

/**
 * At most MAX_KEPT_CELL characters of the text; what is cut ends with CUT. The cut text is a copy: V8 would keep
 * all of a line of megabytes for the part that is pointed to.
 */
export function clipCell(text: string): string {
  if (text.length <= MAX_KEPT_CELL) return text;
  const last = text.charCodeAt(MAX_KEPT_CELL - 1);
  const halved = last >= 0xd800 && last < 0xdc00;
  return Buffer.from(text.slice(0, MAX_KEPT_CELL - (halved ? 1 : 0))).toString() + CUT;
}

/** A row over MAX_ROW_CHARACTERS: its cells, clipped; values and columns by place. */
export const tooLarge = (
  line: number,
  columns: readonly string[],
  values: readonly string[],
): RawRow => ({
  ...kept(line, columns, values.map(clipCell)),
  fault: {
    code: 'row_too_large',
    expected: `at most ${MAX_ROW_CHARACTERS} characters`,
    actual: String(values.reduce((sum, value) => sum + value.length, 0)),
  },
});

/** A row with fewer or more values than there are columns: those there are, by place. */
export const wrongCount = (
  line: number,
  columns: readonly string[],
  values: readonly string[],
): RawRow => ({
  ...kept(line, columns, values),
  fault: {
    code: 'column_count',
    expected: String(columns.length),
    actual: String(values.length),
  },
});

/** A line of JSON that nobody tells apart any more; `start` is how it begins, clipped already. */
export const longLine = (line: number, start: string, length: number): RawRow => ({
  line,
  cells: {},
  raw: start,
  fault: {
    code: 'row_too_large',
    expected: `at most ${MAX_ROW_CHARACTERS} characters`,
    actual: String(length),
  },
});

/** The cells by place; of values beyond the last column the whole row as CSV, since one of them is out of place. */
function kept(line: number, columns: readonly string[], values: readonly string[]): RawRow {
  const named = values.slice(0, columns.length).map((value, place) => [columns[place], value]);
  const cells = Object.fromEntries(named);
  if (values.length <= columns.length) return { line, cells };
  return { line, cells, raw: clipCell(values.map(quoted).join(',')) };
}

const quoted = (value: string) =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
