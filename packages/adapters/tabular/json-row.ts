import type { RawRow } from '#domain/credit/raw-row';

/**
 * A row of JSON as cells: texts as they are, numbers to the last digit as they were written, true and false
 * as words, null as nothing. What is nested is no cell.
 */
export function jsonRow(line: number, value: unknown): RawRow {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return notAnObject(
      line,
      value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value,
    );
  const entries: [string, string][] = [];
  for (const [column, inner] of Object.entries(value)) {
    if (inner === null) continue;
    if (typeof inner === 'object') return notAnObject(line, `${column} is nested`);
    entries.push([column, String(inner)]);
  }
  return { line, cells: Object.fromEntries(entries) };
}

export const notAnObject = (line: number, actual: string): RawRow => ({
  line,
  cells: {},
  fault: {
    code: 'row_not_an_object',
    expected: 'a JSON object of texts and numbers',
    actual,
  },
});

/** Digits that a double may not hold, or an exponent: then numbers are taken from the source text. */
const PERHAPS_INEXACT = /\d{16}|\d{9,}\.\d{6,}|\d\.\d{15}|\d[eE]/;

/** Throws SyntaxError. */
export const parseJson = (text: string): unknown =>
  PERHAPS_INEXACT.test(text) ? JSON.parse(text, asWritten) : JSON.parse(text);

/** `[key, value, { source }]`: the source is there for numbers, texts, true, false and null. */
function asWritten(...[, value, context]: readonly unknown[]): unknown {
  const isNumber = typeof value === 'number';
  if (!isNumber || typeof context !== 'object' || context === null) return value;
  return 'source' in context && typeof context.source === 'string' ? context.source : value;
}

/** The columns met so far: the same array until a row brings a new one. */
export function widen(columns: readonly string[], rows: readonly RawRow[]): readonly string[] {
  const known = new Set(columns);
  for (const { cells } of rows) for (const column in cells) known.add(column);
  return known.size === columns.length ? columns : [...known];
}
