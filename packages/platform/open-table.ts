import { createReadStream } from 'node:fs';
import { readTable, type TableFile } from '#adapters/tabular/read-table';
import type { Outcome } from '#domain/refusal';
import { UnreadableFile } from '#usecases/ports';

export type { TableFile } from '#adapters/tabular/read-table';

/** A CSV or ARFF file of this machine, whole. Refuses as `readTable` does. */
export async function openTable(path: string): Promise<Outcome<TableFile>> {
  try {
    return { ok: true, value: await readTable(createReadStream(path)) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
