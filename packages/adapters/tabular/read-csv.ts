import { finished } from 'node:stream/promises';
import { type Parser, parse } from 'csv-parse';
import type { RawRow } from '#domain/credit/raw-row';
import { MAX_CHUNK_ROWS, type RowChunk, UnreadableFile } from '#usecases/ports';
import { MAX_ROW_CHARACTERS, tooLarge } from './row-limit.ts';

/** Of one row; here the file ends, since it is no row but a quote that was never closed. */
export const MAX_RECORD_BYTES = 16 * 1024 ** 2;
export const MAX_COLUMNS = 500;

type Sheet = { columns?: readonly string[]; line: number; given: boolean };

/**
 * Rows of a CSV file with a header. Blank lines are skipped, lines counted through quoted line breaks, and a
 * quote inside an unquoted cell is a character like any other. Throws malformed_file: a quote never closed,
 * a column without a name or with the name of another, too many columns.
 */
export async function* readCsv(texts: AsyncIterable<string>): AsyncGenerator<RowChunk> {
  const sheet: Sheet = { line: 1, given: false };
  const records: string[][] = [];
  let parser: Parser | undefined;
  try {
    for await (const text of texts) {
      parser ??= parserInto(records, separatorOf(text));
      await feed(parser, text).catch((error: unknown) => stop(error, sheet));
      yield* chunks(sheet, records.splice(0));
    }
    if (parser) await close(parser).catch((error: unknown) => stop(error, sheet));
    yield* chunks(sheet, records);
    if (sheet.columns && !sheet.given) yield { columns: sheet.columns, rows: [] };
  } finally {
    parser?.destroy();
  }
}

const separators = [',', ';', '\t'];

/** The separator that the header has most often outside quotes. */
function separatorOf(text: string): string {
  const header = /^.*$/m.exec(text.trimStart())?.[0].replace(/"[^"]*"/g, '') ?? '';
  const counts = separators.map((separator) => header.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

/**
 * Records are handed over as they are read and never pass csv-parse's readable side, which halves the time.
 * Its own line count takes a quoted CRLF for two lines, hence `breaksIn`.
 */
function parserInto(records: string[][], delimiter: string): Parser {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD_BYTES,
    on_record: (record: string[]) => {
      records.push(record);
      return null;
    },
  });
  parser.on('error', () => undefined); // Told by the callbacks of `feed` and `close`.
  return parser.resume();
}

const feed = (parser: Parser, text: string) =>
  new Promise<void>((resolve, reject) => {
    parser.write(text, (error) => (error ? reject(error) : resolve()));
  });

const close = (parser: Parser) => {
  parser.end();
  return finished(parser, { readable: false });
};

function stop(error: unknown, { line }: Sheet): never {
  throw new UnreadableFile({
    code: 'malformed_file',
    expected: 'rows that end: a closing quote for every opening one',
    actual: `the row after line ${line - 1} does not end (${error instanceof Error ? error.message : error})`,
  });
}

function* chunks(sheet: Sheet, records: readonly string[][]): Generator<RowChunk> {
  let rows: RawRow[] = [];
  for (const record of records) {
    const { line } = sheet;
    sheet.line += 1 + breaksIn(record);
    if (record.length === 1 && record[0]?.trim() === '') continue;
    if (sheet.columns) rows.push(rowOf(sheet.columns, line, record));
    else sheet.columns = columnsOf(record);
    if (rows.length === MAX_CHUNK_ROWS) {
      yield give(sheet, sheet.columns, rows);
      rows = [];
    }
  }
  if (sheet.columns && rows.length > 0) yield give(sheet, sheet.columns, rows);
}

function give(sheet: Sheet, columns: readonly string[], rows: readonly RawRow[]): RowChunk {
  sheet.given = true;
  return { columns, rows };
}

function breaksIn(record: readonly string[]): number {
  let count = 0;
  for (const cell of record)
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}

function columnsOf(header: readonly string[]): readonly string[] {
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

function rowOf(columns: readonly string[], line: number, record: readonly string[]): RawRow {
  let length = 0;
  for (const cell of record) length += cell.length;
  if (length > MAX_ROW_CHARACTERS) return tooLarge(line, length);
  if (record.length !== columns.length)
    return {
      line,
      cells: {},
      fault: {
        code: 'column_count',
        expected: String(columns.length),
        actual: String(record.length),
      },
    };
  const cells: Record<string, string> = {};
  for (let place = 0; place < columns.length; place += 1)
    cells[columns[place] ?? ''] = record[place] ?? '';
  return { line, cells };
}
