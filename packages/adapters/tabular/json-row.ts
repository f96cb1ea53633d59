import { clip } from '#domain/clip';
import { CUT, type RawRow } from '#domain/credit/raw-row';
import { malformed } from './malformed.ts';
import { MAX_COLUMNS } from './read-csv.ts';
import { clipCell, MAX_ROW_CHARACTERS, tooLarge, wrongCount } from './row-limit.ts';

/**
 * A row of JSON as cells: texts as they are, numbers to the last digit as they were written, true and false
 * as words, null as nothing. What is nested is no cell, and its row no row: `source`, where it is given, or
 * else the value as JSON goes back to the supplier.
 */
export function jsonRow(line: number, value: unknown, source?: string): RawRow {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
    return notAnObject(line, kind, source ?? written(value));
  }
  const entries: [string, string][] = [];
  let length = 0;
  for (const [column, inner] of Object.entries(value)) {
    if (inner === null) continue;
    if (typeof inner === 'object')
      return notAnObject(line, `${column} is nested`, source ?? written(value));
    const text = String(inner);
    length += column.length + text.length;
    entries.push([column, text]);
  }
  const columns = entries.map(([column]) => column);
  const values = entries.map(([, text]) => text);
  if (length > MAX_ROW_CHARACTERS) return tooLarge(line, columns, values);
  if (columns.length > MAX_COLUMNS) return wrongCount(line, columns.slice(0, MAX_COLUMNS), values);
  return { line, cells: Object.fromEntries(entries) };
}

/** As JSON; a value that is nested too deeply even for that goes back by its mark alone. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return CUT;
  }
}

export const notAnObject = (line: number, actual: string, source: string): RawRow => ({
  line,
  cells: {},
  raw: clipCell(source),
  fault: {
    code: 'row_not_an_object',
    expected: 'a JSON object of texts and numbers',
    actual: clip(actual),
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

/**
 * The columns met so far, those of damaged rows left aside: the same array until a row brings a new one. Throws
 * malformed_file where there come to be too many.
 */
export function widen(columns: readonly string[], rows: readonly RawRow[]): readonly string[] {
  const known = new Set(columns);
  for (const { cells, fault } of rows) if (!fault) for (const column in cells) known.add(column);
  if (known.size > MAX_COLUMNS)
    throw malformed(`at most ${MAX_COLUMNS} columns`, String(known.size));
  return known.size === columns.length ? columns : [...known];
}
