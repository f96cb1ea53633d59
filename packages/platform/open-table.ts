import { readTable, type TableFile } from '#adapters/tabular/read-table';
import type { Outcome } from '#domain/refusal';
import { UnreadableFile } from '#usecases/ports';

export type { TableFile };

/** A CSV or ARFF file, whole. Refuses as `readTable` does. */
export async function openTable(bytes: AsyncIterable<Uint8Array>): Promise<Outcome<TableFile>> {
  try {
    return { ok: true, value: await readTable(bytes) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
