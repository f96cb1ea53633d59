import type { Batch, RefusedRow } from '#domain/credit/batch';
import { catalogues } from '#domain/credit/catalogues';
import { prepareReader } from '#domain/credit/prepare-reader';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { sortedJson } from '#domain/sorted-json';
import { finishBatch, isOver } from './finish-batch.ts';
import { ingestStretch, partNow } from './ingest-part.ts';
import { listAll } from './list-all.ts';
import { type BatchTerms, ensureBatch } from './open-batch.ts';
import { mends, openedRow } from './open-refused.ts';
import type { Ports } from './ports.ts';
import type { NumberedRow } from './read-batch-rows.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** A row inside a request; numbers and booleans are read as they would be written in a file. */
export type InlineRow = Readonly<Record<string, string | number | boolean | null>>;
export const MAX_INLINE_ROWS = 500;

/**
 * Rows inside the request, decided before the answer. The same rows under the same id get the same answer,
 * in whatever order a client writes the columns of a row. Refuses: batch_differs (terms, or rows), catalogue_not_in_effect, whatever
 * `prepareReader` refuses, busy.
 */
export const deliverRows = (ports: Ports) => {
  const finish = finishBatch(ports);
  return async (
    asker: Principal,
    { rows, ...terms }: BatchTerms & { readonly rows: readonly InlineRow[] },
  ) => {
    const columns = [...new Set(rows.flatMap(Object.keys))];
    const reader = prepareReader({
      catalogue: catalogues[terms.catalogue],
      ...(terms.mapping && { mapping: terms.mapping }),
      columns,
    });
    if (!reader.ok) return reader;
    const opened = await ensureBatch(ports, asker, terms);
    if (!opened.ok) return opened;
    const claimed = await claim(ports, terms.id, ports.digest(sortedJson(rows)));
    if (!claimed.ok) return claimed;
    if (!isOver(claimed.value)) {
      const numbered = rows.map((row, index) => ({
        number: index + 1,
        reader: reader.value,
        row: { line: index + 1, cells: cellsOf(row) },
      }));
      const done = await ingestRows(ports, asker, claimed.value, numbered);
      if (!done.ok) return done;
    }
    const ended = await finish(asker, { id: terms.id });
    if (!ended.ok) return ended;
    const refused = await refusedRows(ports, asker, ended.value);
    return accept({ batch: ended.value, refused, created: opened.value.created });
  };
};

/** The batch is for these rows from now on. */
const claim = (ports: Ports, id: Batch['id'], contentHash: string): Promise<Outcome<Batch>> =>
  untilCommitted<Batch>(async () => {
    const batch = await ports.store.get('batch', id);
    if (!batch) return refuse('not_found', { field: 'batch', actual: id });
    const { contentHash: told, status } = batch.value;
    if (told === undefined ? status !== 'awaiting_file' : told !== contentHash)
      return refuse('batch_differs', {
        field: 'rows',
        expected: 'the rows first delivered under this id',
      });
    if (told !== undefined) return accept(batch.value);
    const value: Batch = { ...batch.value, status: 'ingesting', parts: 1, contentHash };
    const result = await ports.store.commit({
      changes: [{ kind: 'batch', value, expected: batch.version }],
      events: [],
    });
    return committed(result, value);
  });

/** All of them are one stretch. */
const ingestRows = (
  ports: Ports,
  asker: Principal,
  batch: Batch,
  rows: readonly NumberedRow[],
): Promise<Outcome<true>> =>
  untilCommitted<true>(async () => {
    const part = await partNow(ports, batch.id, 0);
    if (part.value.finished) return accept(true);
    const stretch = { rows, rowsPassed: rows.length, contentHash: '', isLast: true };
    const next = await ingestStretch(ports, asker, { batch, part, stretch });
    return next === 'conflict' ? next : accept(true);
  });

async function refusedRows(
  ports: Ports,
  asker: Principal,
  { id, supplier }: Batch,
): Promise<readonly RefusedRow[]> {
  const kept = await listAll(ports.store, 'refusalsOfBatch', id);
  const mayMend = mends(asker, supplier);
  return Promise.all(kept.flatMap(({ rows }) => rows).map((row) => openedRow(ports, row, mayMend)));
}

const cellsOf = (row: InlineRow): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, value === null ? '' : String(value)]),
  );
