import { strict as assert } from 'node:assert';
import { readRows } from '../../packages/adapters/tabular/read-rows.ts';
import { MAX_CHUNK_ROWS, UnreadableFile } from '../../packages/usecases/ports.ts';

const refusals: readonly string[] = [
  'file_empty',
  'file_too_large',
  'format_unknown',
  'encoding_unknown',
  'formula_in_cell',
  'malformed_file',
];
const faults: readonly string[] = [
  'column_count',
  'row_too_large',
  'row_not_an_object',
  'formula_in_cell',
  'cell_error',
];

/** Refusals are stored and told: what they quote of a file is short. */
const MAX_REFUSAL = 1000;

async function* pieces(file: Uint8Array, size: number) {
  for (let from = 0; from < file.length; from += size) yield file.subarray(from, from + size);
}

/**
 * Reads whatever it is given to its end: `rows`, or the code of the refusal. Throws where a reader breaks its
 * promise: another exception, a chunk too long, a row out of order or with cells that no column has.
 */
export async function readToEnd(file: Uint8Array, size = 64 * 1024): Promise<string> {
  let line = 0;
  try {
    for await (const { columns, rows } of readRows(pieces(file, size))) {
      assert(rows.length <= MAX_CHUNK_ROWS, 'a chunk is too long');
      const known = new Set(columns);
      for (const row of rows) {
        assert(row.line > line, `row ${row.line} after row ${line}`);
        line = row.line;
        if (row.fault) {
          assert(faults.includes(row.fault.code), row.fault.code);
          assert(row.fault.actual.length < MAX_REFUSAL, 'a fault quotes too much');
        } else for (const column of Object.keys(row.cells)) assert(known.has(column), column);
        for (const text of Object.values(row.cells)) assert(typeof text === 'string');
      }
    }
    return 'rows';
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    assert(refusals.includes(error.refusal.code), error.refusal.code);
    assert(JSON.stringify(error.refusal).length < MAX_REFUSAL, 'a refusal quotes too much');
    return error.refusal.code;
  }
}
