import type { RawRow } from '#domain/credit/raw-row';
import { MAX_CHUNK_ROWS, type RowChunk } from '#usecases/ports';
import { type CsvScan, feed, nextRow, scanBy } from './csv-scan.ts';
import { malformed } from './malformed.ts';
import { MAX_ROW_CHARACTERS, tooLarge, wrongCount } from './row-limit.ts';

/** Of one row; here the file ends, since it is no row but a quote that was never closed. */
export const MAX_RECORD_CHARACTERS = 16 * 1024 ** 2;
export const MAX_COLUMNS = 500;

type Cells = Readonly<Record<string, string>>;
/** `blank`: a row without values. */
type Header = { readonly columns: readonly string[]; readonly blank: Cells };
type Sheet = { header?: Header; given: boolean };

/**
 * Rows of a CSV file with a header. Blank lines are skipped, lines counted through quoted line breaks, and a
 * quote inside an unquoted cell is a character like any other. Throws malformed_file: a quote never closed,
 * a column without a name or with the name of another, too many columns.
 */
export async function* readCsv(texts: AsyncIterable<string>): AsyncGenerator<RowChunk> {
  const sheet: Sheet = { given: false };
  let scan: CsvScan | undefined;
  let more = '';
  for await (const text of texts) {
    scan ??= scanBy(separatorOf(text));
    more += text;
    // A row that goes on and on is looked at again only when it has doubled, lest a long one take hours.
    if (more.length < unread(scan)) continue;
    feed(scan, more, false);
    more = '';
    yield* chunks(scan, sheet);
  }
  if (scan) {
    feed(scan, more, true);
    yield* chunks(scan, sheet);
    if (unread(scan) > 0) throw endless(scan.line);
  }
  if (sheet.header && !sheet.given) yield { columns: sheet.header.columns, rows: [] };
}

const unread = ({ text, at }: CsvScan) => text.length - at;

const separators = [',', ';', '\t'];

/** The separator that the header has most often outside quotes. */
export function separatorOf(text: string): string {
  const header = /^.*$/m.exec(text.trimStart())?.[0].replace(/"[^"]*"/g, '') ?? '';
  const counts = separators.map((separator) => header.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

function* chunks(scan: CsvScan, sheet: Sheet): Generator<RowChunk> {
  let rows: RawRow[] = [];
  for (;;) {
    const { line, at, cells } = scan;
    const count = nextRow(scan);
    if ((count === 0 ? unread(scan) : scan.at - at) > MAX_RECORD_CHARACTERS) throw endless(line);
    if (count === 0) break;
    if (count === 1 && cells[0]?.trim() === '') continue;
    if (sheet.header) rows.push(rowOf(sheet.header, line, { cells, count, written: scan.at - at }));
    else sheet.header = headerOf(cells.slice(0, count));
    if (rows.length < MAX_CHUNK_ROWS) continue;
    sheet.given = true;
    yield { columns: sheet.header.columns, rows };
    rows = [];
  }
  if (!sheet.header || rows.length === 0) return;
  sheet.given = true;
  yield { columns: sheet.header.columns, rows };
}

function headerOf(names: readonly string[]): Header {
  const columns = columnsOf(names);
  return { columns, blank: Object.fromEntries(columns.map((column) => [column, ''])) };
}

const endless = (line: number) =>
  malformed(
    'rows that end: a closing quote for every opening one',
    `the row after line ${line - 1} does not end`,
  );

/**
 * The names of the columns, trimmed; empty ones at the end, which spreadsheets leave behind, are none. Throws
 * malformed_file: too many, one without a name, two with the same.
 */
export function columnsOf(header: readonly string[]): readonly string[] {
  const names = header.map((name) => name.trim());
  const columns = names.slice(0, names.findLastIndex((name) => name !== '') + 1);
  const nameless = columns.indexOf('');
  const twice = columns.findIndex((name, place) => columns.indexOf(name) !== place);
  if (columns.length > MAX_COLUMNS)
    throw malformed(`at most ${MAX_COLUMNS} columns`, String(columns.length));
  if (nameless >= 0) throw malformed('a name for every column', `column ${nameless + 1} has none`);
  if (twice >= 0) throw malformed('a name of its own for every column', columns[twice] ?? '');
  return columns;
}

/** `written` = characters of the row with its quotes: its cells together have no more. */
function rowOf(
  { columns, blank }: Header,
  line: number,
  row: { readonly cells: readonly string[]; readonly count: number; readonly written: number },
): RawRow {
  const { cells: values, count, written } = row;
  if (written > MAX_ROW_CHARACTERS && lengthOf(values.slice(0, count)) > MAX_ROW_CHARACTERS)
    return tooLarge(line, columns, values.slice(0, count));
  if (count !== columns.length && !isPadded(values, count, columns.length))
    return wrongCount(line, columns, values.slice(0, count));
  // A copy has room for all cells at once; an object of twenty that grows cell by cell takes a third longer.
  const cells: Record<string, string> = { ...blank };
  for (let place = 0; place < columns.length; place += 1)
    cells[columns[place] ?? ''] = values[place] ?? '';
  return { line, cells };
}

/** Empty cells behind the last column, as under a header that had them too. */
const isPadded = (values: readonly string[], count: number, columns: number): boolean =>
  count > columns && values.slice(columns, count).every((value) => value.trim() === '');

const lengthOf = (values: readonly string[]) =>
  values.reduce((total, value) => total + value.length, 0);
