import { MAX_CHUNK_ROWS, type RowChunk, UnreadableFile } from '#usecases/ports';
import { jsonRow, parseJson, widen } from './json-row.ts';
import { malformed } from './malformed.ts';

/** A JSON array is read whole, so it has a limit of its own; JSON Lines have none. */
export const MAX_JSON_ARRAY_CHARACTERS = 64 * 1024 ** 2;

/** Rows of one JSON array; for `line` stands the place in it, from 1. Throws file_too_large, malformed_file. */
export async function* readJsonArray(texts: AsyncIterable<string>): AsyncGenerator<RowChunk> {
  const values = arrayOf(await whole(texts));
  let columns: readonly string[] = [];
  for (let from = 0; from < values.length; from += MAX_CHUNK_ROWS) {
    const rows = values
      .slice(from, from + MAX_CHUNK_ROWS)
      .map((value, place) => jsonRow(from + place + 1, value));
    columns = widen(columns, rows);
    yield { columns, rows };
  }
  if (values.length === 0) yield { columns, rows: [] };
}

async function whole(texts: AsyncIterable<string>): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const text of texts) {
    length += text.length;
    if (length > MAX_JSON_ARRAY_CHARACTERS)
      throw new UnreadableFile({
        code: 'file_too_large',
        expected: `a JSON array of at most ${MAX_JSON_ARRAY_CHARACTERS} characters; send JSON Lines instead`,
      });
    pieces.push(text);
  }
  return pieces.join('');
}

function arrayOf(text: string): readonly unknown[] {
  try {
    const value = parseJson(text);
    if (Array.isArray(value)) return value;
  } catch (error) {
    throw malformed('one JSON array', error instanceof Error ? error.message : String(error));
  }
  throw malformed('one JSON array');
}
