import { readRows } from '#adapters/tabular/read-rows';
import type { RawRow } from '#domain/credit/raw-row';

export async function* inPieces(file: Uint8Array, size = 64 * 1024) {
  for (let from = 0; from < file.length; from += size) yield file.subarray(from, from + size);
}

export async function readAll(file: Uint8Array, size?: number) {
  let columns: readonly string[] = [];
  const rows: RawRow[] = [];
  for await (const chunk of readRows(inPieces(file, size))) {
    columns = chunk.columns;
    rows.push(...chunk.rows);
  }
  return { columns, rows };
}
