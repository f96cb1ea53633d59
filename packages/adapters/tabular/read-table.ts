import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { clip } from '#domain/clip';
import { UnreadableFile } from '#usecases/ports';
import { feed, nextRow, scanBy } from './csv-scan.ts';
import { expand } from './expand.ts';
import { malformed } from './malformed.ts';
import { readArff } from './read-arff.ts';
import { columnsOf, separatorOf } from './read-csv.ts';

/** Of a table that is read whole, unpacked. */
export const MAX_TABLE_BYTES = 512 * 1024 ** 2;
/** Rows that are none, of all rows: more of them mean that the file is not what it seems. */
export const MAX_DAMAGED_SHARE = 0.01;

/** A row that was left out: its line, 1 = the first of the file, and what was wrong where. */
export type DamagedRow = {
  readonly line: number;
  readonly field?: string;
  readonly expected: string;
  readonly actual: string;
};

/** A whole table in memory, cells as they were written. */
export type TableFile = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly damaged: readonly DamagedRow[];
};

/**
 * A CSV (`,`, `;` or tab) with a header, or an ARFF file, as it is or gzipped; UTF-8, GB18030, else
 * Windows-1252. Nameless columns are called by their number. A few damaged rows are left out and told. Throws
 * UnreadableFile: file_empty, file_too_large, format_unknown, encoding_unknown, malformed_file with line and field.
 */
export async function readTable(bytes: AsyncIterable<Uint8Array>): Promise<TableFile> {
  const text = textOf(await gathered(expand(bytes)));
  const start = text.trimStart();
  if (start === '') throw new UnreadableFile({ code: 'file_empty', expected: 'a header and rows' });
  if (start.startsWith('<') || start.startsWith('{') || start.startsWith('['))
    throw new UnreadableFile({ code: 'format_unknown', expected: 'CSV or ARFF' });
  const table = /^(?:\s*%.*\n|\s*\n)*\s*@relation\b/i.test(text)
    ? readArff(text)
    : readCsvTable(text);
  const [first] = table.damaged;
  if (first && table.damaged.length > Math.max(1, MAX_DAMAGED_SHARE * table.rows.length))
    throw malformed(
      `rows that fit the columns: line ${first.line}${first.field === undefined ? '' : `, ${first.field}`}: ${first.expected}`,
      first.actual,
    );
  if (table.rows.length === 0)
    throw new UnreadableFile({ code: 'file_empty', expected: 'rows below the header' });
  return table;
}

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > MAX_TABLE_BYTES)
      throw new UnreadableFile({
        code: 'file_too_large',
        expected: `at most ${MAX_TABLE_BYTES} bytes unpacked`,
      });
    held.push(piece);
  }
  return Buffer.concat(held);
}

function textOf(bytes: Buffer): string {
  if (bytes.includes(0))
    throw new UnreadableFile({
      code: 'encoding_unknown',
      expected: 'no NUL bytes, hence no UTF-16',
    });
  if (isAscii(bytes)) return bytes.toString('latin1');
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one may fit.
    }
  return new TextDecoder('windows-1252').decode(bytes);
}

function readCsvTable(text: string): TableFile {
  const scan = scanBy(separatorOf(text));
  feed(scan, text, true);
  let columns: readonly string[] | undefined;
  const rows: (readonly string[])[] = [];
  const damaged: DamagedRow[] = [];
  for (;;) {
    const { line } = scan;
    const count = nextRow(scan);
    if (count === 0) break;
    const cells = scan.cells.slice(0, count);
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (!columns) {
      columns = columnsOf(cells.map((name, place) => name.trim() || `column ${place + 1}`));
      continue;
    }
    const { length } = columns;
    if (
      count === length ||
      (count > length && cells.slice(length).every((cell) => cell.trim() === ''))
    )
      rows.push(cells.slice(0, length));
    else
      damaged.push({
        line,
        expected: `${length} cells`,
        actual: `${count}: ${clip(cells.join(','))}`,
      });
  }
  if (scan.at < scan.text.length)
    throw malformed('a closing quote for every opening one', `the row in line ${scan.line}`);
  return { columns: columns ?? [], rows, damaged };
}
