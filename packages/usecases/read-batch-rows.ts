import type { Batch } from '#domain/credit/batch';
import { catalogues } from '#domain/credit/catalogues';
import { prepareReader, type RowReader } from '#domain/credit/prepare-reader';
import type { RawRow } from '#domain/credit/raw-row';
import { type RowChunk, UnreadableFile } from './ports.ts';

/** A row, its place in the file (1 = the first after the header), and how it is read. */
export type NumberedRow = {
  readonly number: number;
  readonly row: RawRow;
  readonly reader: RowReader;
};

/** All rows of a file in chunks; the reader follows the header. Throws UnreadableFile for a header that is none of the catalogue's. */
export async function* numberedRows(
  chunks: AsyncIterable<RowChunk>,
  batch: Batch,
): AsyncGenerator<readonly NumberedRow[]> {
  let columns: readonly string[] | undefined;
  let reader: RowReader | undefined;
  let number = 0;
  for await (const chunk of chunks) {
    if (chunk.columns !== columns || !reader) {
      reader = readerFor(batch, chunk.columns);
      columns = chunk.columns;
    }
    const now = reader;
    yield chunk.rows.map((row) => {
      number += 1;
      return { number, row, reader: now };
    });
  }
}

function readerFor(batch: Batch, columns: readonly string[]): RowReader {
  const prepared = prepareReader({
    catalogue: catalogues[batch.catalogue],
    ...(batch.mapping && { mapping: batch.mapping }),
    columns,
  });
  if (prepared.ok) return prepared.value;
  throw new UnreadableFile(prepared.refusal);
}
