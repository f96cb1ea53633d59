import { type ReadRows, UnreadableFile } from '#usecases/ports';
import { decode } from './decode.ts';
import { expand } from './expand.ts';
import { readCsv } from './read-csv.ts';
import { readJsonArray } from './read-json-array.ts';
import { readJsonLines } from './read-json-lines.ts';
import { resume } from './resume.ts';

/**
 * Files as departments deliver them: CSV (`,`, `;` or tab), JSON Lines or one JSON array, in UTF-8 or GB18030,
 * as they are or gzipped. All are told by their content; nobody has to say which it is. Memory stays flat,
 * save for the JSON array. Throws UnreadableFile: file_empty, file_too_large, format_unknown,
 * encoding_unknown, malformed_file.
 */
export const readRows: ReadRows = async function* (bytes) {
  const texts = decode(expand(bytes));
  try {
    let next = await texts.next();
    while (!next.done && next.value.trim() === '') next = await texts.next();
    if (next.done)
      throw new UnreadableFile({ code: 'file_empty', expected: 'a header or rows of JSON' });
    yield* readerOf(next.value)(resume(next.value, texts));
  } finally {
    await texts.return(undefined);
  }
};

function readerOf(start: string) {
  const first = start.trimStart()[0];
  if (first === '{') return readJsonLines;
  if (first === '[') return readJsonArray;
  if (first === '<')
    throw new UnreadableFile({
      code: 'format_unknown',
      expected: 'CSV or JSON; this is HTML or XML: save the table as CSV',
    });
  return readCsv;
}
