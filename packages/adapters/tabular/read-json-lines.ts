import type { RawRow } from '#domain/credit/raw-row';
import { MAX_CHUNK_ROWS, type RowChunk } from '#usecases/ports';
import { jsonRow, notAnObject, parseJson, widen } from './json-row.ts';
import { clipCell, longLine, MAX_LINE_CHARACTERS } from './row-limit.ts';

/**
 * One JSON object per line; blank lines are skipped. A line that is none is refused, and the file goes on; so
 * is one that is too large, by its cells up to MAX_LINE_CHARACTERS, beyond by how it begins.
 */
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

/** The beginning of a line that is longer than MAX_LINE_CHARACTERS, and how long it was. */
type CutLine = { readonly start: string; readonly length: number };

function rowOf(line: number, text: string | CutLine): RawRow | undefined {
  if (typeof text !== 'string') return longLine(line, text.start, text.length);
  if (text.trim() === '') return undefined;
  try {
    return jsonRow(line, parseJson(text), text);
  } catch (error) {
    return notAnObject(line, error instanceof Error ? error.message : String(error), text);
  }
}

async function* wholeLines(texts: AsyncIterable<string>) {
  let begun = '';
  let cut: CutLine | undefined;
  for await (const text of texts) {
    const lines: (string | CutLine)[] = text.split('\n');
    const last = lines.pop();
    const [first] = lines;
    if (typeof first === 'string') {
      lines[0] = joined(cut ?? begun, first);
      begun = '';
      cut = undefined;
      yield lines;
    }
    const rest = joined(cut ?? begun, typeof last === 'string' ? last : '');
    if (typeof rest === 'string') begun = rest;
    else {
      cut = rest;
      begun = '';
    }
  }
  yield [cut ?? begun];
}

function joined(start: string | CutLine, rest: string): string | CutLine {
  if (typeof start !== 'string') return { ...start, length: start.length + rest.length };
  const length = start.length + rest.length;
  return length > MAX_LINE_CHARACTERS ? { start: clipCell(start + rest), length } : start + rest;
}
