import type { RawRow } from '#domain/credit/raw-row';
import { MAX_CHUNK_ROWS, type RowChunk, UnreadableFile } from '#usecases/ports';
import { type CsvScan, feed, nextRow, scanBy } from './csv-scan.ts';
import { MAX_ROW_CHARACTERS, tooLarge, wrongCount } from './row-limit.ts';

/** Of one row; here the file ends, since it is no row but a quote that was never closed. */
export const MAX_RECORD_CHARACTERS = 16 * 1024 ** 2;
export const MAX_COLUMNS = 500;

type Sheet = { columns?: readonly string[]; given: boolean };

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
  if (sheet.columns && !sheet.given) yield { columns: sheet.columns, rows: [] };
}

const unread = ({ text, at }: CsvScan) => text.length - at;

const separators = [',', ';', '\t'];

/** The separator that the header has most often outside quotes. */
function separatorOf(text: string): string {
  const header = /^.*$/m.exec(text.trimStart())?.[0].replace(/"[^"]*"/g, '') ?? '';
  const counts = separators.map((separator) => header.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

function* chunks(scan: CsvScan, sheet: Sheet): Generator<RowChunk> {
  let rows: RawRow[] = [];
  for (;;) {
    const { line, at } = scan;
    const values = nextRow(scan);
    if ((values ? scan.at - at : unread(scan)) > MAX_RECORD_CHARACTERS) throw endless(line);
    if (!values) break;
    if (values.length === 1 && values[0]?.trim() === '') continue;
    if (sheet.columns) rows.push(rowOf(sheet.columns, line, values, scan.at - at));
    else sheet.columns = columnsOf(values);
    if (rows.length < MAX_CHUNK_ROWS) continue;
    sheet.given = true;
    yield { columns: sheet.columns, rows };
    rows = [];
  }
  if (!sheet.columns || rows.length === 0) return;
  sheet.given = true;
  yield { columns: sheet.columns, rows };
}

const endless = (line: number) =>
  malformed(
    'rows that end: a closing quote for every opening one',
    `the row after line ${line - 1} does not end`,
  );

/** The names of the columns, trimmed. Throws malformed_file: too many, one without a name, two with the same. */
export function columnsOf(header: readonly string[]): readonly string[] {
  const columns = header.map((name) => name.trim());
  const nameless = columns.indexOf('');
  const twice = columns.findIndex((name, place) => columns.indexOf(name) !== place);
  if (columns.length > MAX_COLUMNS)
    throw malformed(`at most ${MAX_COLUMNS} columns`, String(columns.length));
  if (nameless >= 0) throw malformed('a name for every column', `column ${nameless + 1} has none`);
  if (twice >= 0) throw malformed('a name of its own for every column', columns[twice] ?? '');
  return columns;
}

const malformed = (expected: string, actual: string) =>
  new UnreadableFile({ code: 'malformed_file', expected, actual });

/** `written` = characters of the row with its quotes: its cells together have no more. */
function rowOf(
  columns: readonly string[],
  line: number,
  values: readonly string[],
  written: number,
): RawRow {
  if (written > MAX_ROW_CHARACTERS && lengthOf(values) > MAX_ROW_CHARACTERS)
    return tooLarge(line, columns, values);
  if (values.length !== columns.length) return wrongCount(line, columns, values);
  const cells: Record<string, string> = {};
  for (let place = 0; place < columns.length; place += 1)
    cells[columns[place] ?? ''] = values[place] ?? '';
  return { line, cells };
}

const lengthOf = (values: readonly string[]) =>
  values.reduce((total, value) => total + value.length, 0);
