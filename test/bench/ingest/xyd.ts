import { readRows } from '#adapters/tabular/read-rows';
import { prepareReader, type RowReader } from '#domain/credit/prepare-reader';
import { readRow } from '#domain/credit/read-row';
import { bytesOf, type Engine, type Tally, type Witness } from './engine.ts';
import { penalties, TODAY } from './penalties.ts';

export const xyd: Engine = {
  name: 'xyd',
  read: (path, witness) => readPenalties(bytesOf(path), witness),
};

/** What `xyd ingest` and the functions do before anything is stored. */
export async function readPenalties(
  bytes: AsyncIterable<Uint8Array>,
  witness?: Witness,
): Promise<Tally> {
  const tally = { accepted: 0, warned: 0, refused: 0 };
  let reader: RowReader | undefined;
  for await (const { columns, rows } of readRows(bytes)) {
    reader ??= readerOf(columns);
    for (const row of rows) {
      const read = readRow({ catalogue: penalties, reader, row, today: TODAY });
      if (!read.ok) {
        tally.refused += 1;
        witness?.refused(read.refusals.flatMap(({ field }) => field ?? []));
      } else {
        tally[read.warnings.length > 0 ? 'warned' : 'accepted'] += 1;
        witness?.accepted(read.subject, read.content);
      }
    }
  }
  return tally;
}

function readerOf(columns: readonly string[]): RowReader {
  const prepared = prepareReader({ catalogue: penalties, columns });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusal));
  return prepared.value;
}
