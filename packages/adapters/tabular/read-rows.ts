import { type ReadRows, type RowChunk, UnreadableFile } from '#usecases/ports';
import { ahead } from './ahead.ts';
import { decode } from './decode.ts';
import { expand, startsWith } from './expand.ts';
import { readCsv } from './read-csv.ts';
import { readJsonArray } from './read-json-array.ts';
import { readJsonLines } from './read-json-lines.ts';
import { resume } from './resume.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/**
 * Files as departments deliver them: CSV (`,`, `;` or tab), JSON Lines or one JSON array, in UTF-8 or GB18030,
 * or an XLSX workbook, as they are or gzipped. All are told by their content; nobody has to say which it is.
 * Memory stays flat, save for the JSON array and the shared texts of a workbook. Throws UnreadableFile:
 * file_empty, file_too_large, format_unknown, encoding_unknown, formula_in_cell (of a header), malformed_file.
 */
export const readRows: ReadRows = async function* (bytes) {
  const pieces = expand(bytes);
  const first = await pieces.next();
  if (first.done) throw empty();
  const whole = resume(first.value, pieces);
  yield* startsWith(first.value, ZIP) ? readXlsx(whole) : readText(whole);
};

const ZIP = [0x50, 0x4b, 0x03, 0x04];

async function* readText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<RowChunk> {
  const texts = decode(ahead(bytes));
  try {
    let next = await texts.next();
    while (!next.done && next.value.trim() === '') next = await texts.next();
    if (next.done) throw empty();
    yield* readerOf(next.value)(resume(next.value, texts));
  } finally {
    await texts.return(undefined);
  }
}

const empty = () =>
  new UnreadableFile({ code: 'file_empty', expected: 'a header or rows of JSON' });

function readerOf(start: string) {
  const first = start.trimStart()[0];
  if (first === '{') return readJsonLines;
  if (first === '[') return readJsonArray;
  if (first === '<')
    throw new UnreadableFile({
      code: 'format_unknown',
      expected: 'CSV, JSON or XLSX; this is HTML or XML: save the table as CSV',
    });
  return readCsv;
}
