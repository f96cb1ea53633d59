import type { RawRow } from '#domain/credit/raw-row';
import { MAX_CHUNK_ROWS, type RowChunk } from '#usecases/ports';
import { jsonRow, notAnObject, parseJson, widen } from './json-row.ts';
import { MAX_ROW_CHARACTERS, tooLarge } from './row-limit.ts';

/** One JSON object per line; blank lines are skipped. A line that is none is refused, and the file goes on. */
export async function* readJsonLines(texts: AsyncIterable<string>): AsyncGenerator<RowChunk> {
  let columns: readonly string[] = [];
  let line = 1;
  for await (const lines of wholeLines(texts)) {
    for (let from = 0; from < lines.length; from += MAX_CHUNK_ROWS) {
      const rows: RawRow[] = [];
      for (const text of lines.slice(from, from + MAX_CHUNK_ROWS)) {
        const row = rowOf(line, text);
        if (row) rows.push(row);
        line += 1;
      }
      if (rows.length === 0) continue;
      columns = widen(columns, rows);
      yield { columns, rows };
    }
  }
}

/** A line cut short, and how long it was: only lines that are refused are cut. */
type CutLine = { readonly cut: number };

function rowOf(line: number, text: string | CutLine): RawRow | undefined {
  if (typeof text !== 'string') return tooLarge(line, text.cut);
  if (text.length > MAX_ROW_CHARACTERS) return tooLarge(line, text.length);
  if (text.trim() === '') return undefined;
  try {
    return jsonRow(line, parseJson(text));
  } catch (error) {
    return notAnObject(line, error instanceof Error ? error.message : String(error));
  }
}

async function* wholeLines(texts: AsyncIterable<string>) {
  let begun = '';
  let cut = 0;
  for await (const text of texts) {
    const lines: (string | CutLine)[] = text.split('\n');
    const last = lines.pop();
    const [first] = lines;
    if (typeof first === 'string') {
      lines[0] = cut > 0 ? { cut: cut + first.length } : begun + first;
      begun = '';
      cut = 0;
      yield lines;
    }
    const rest = typeof last === 'string' ? last : '';
    if (cut > 0 || begun.length + rest.length > MAX_ROW_CHARACTERS) {
      cut += begun.length + rest.length;
      begun = '';
    } else begun += rest;
  }
  yield [cut > 0 ? { cut } : begun];
}
