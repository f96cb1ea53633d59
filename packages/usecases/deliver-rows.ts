import type { RefusedRow } from '#domain/credit/batch';
import { catalogues } from '#domain/credit/catalogues';
import { prepareReader } from '#domain/credit/prepare-reader';
import type { Principal } from '#domain/principal';
import { accept, refuse } from '#domain/refusal';
import { close, ingestStretch, isOver } from './ingest-batch.ts';
import { listAll } from './list-all.ts';
import { type BatchTerms, ensureBatch } from './open-batch.ts';
import type { Ports } from './ports.ts';
import { sortedJson } from './sorted-json.ts';
import { untilCommitted } from './until-committed.ts';

/** A row inside a request; numbers and booleans are read as they would be written in a file. */
export type InlineRow = Readonly<Record<string, string | number | boolean | null>>;
export const MAX_INLINE_ROWS = 500;

/**
 * Rows inside the request, decided before the answer. The same rows under the same id get the same answer,
 * in whatever order a client writes the columns of a row. Refuses: batch_differs (terms, or rows), whatever `prepareReader` refuses, busy.
 */
export const deliverRows =
  (ports: Ports) =>
  async (
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
    const contentHash = ports.digest(sortedJson(rows));
    const raw = rows.map((row, index) => ({
      reader: reader.value,
      row: { line: index + 1, cells: cellsOf(row) },
    }));
    const done = await untilCommitted(async () => {
      const batch = await ports.store.get('batch', terms.id);
      if (!batch) return refuse('not_found', { field: 'batch', actual: terms.id });
      const { contentHash: told, rowsDone, status } = batch.value;
      if (told === undefined ? status !== 'awaiting_file' : told !== contentHash)
        return refuse('batch_differs', {
          field: 'rows',
          expected: 'the rows first delivered under this id',
        });
      if (isOver(batch.value)) return accept({ batch: batch.value, finished: true });
      if (rowsDone === rows.length && told !== undefined)
        return close(ports, asker, batch, { status: 'completed' });
      const next = await ingestStretch(
        ports,
        asker,
        { ...batch, value: { ...batch.value, contentHash } },
        raw,
      );
      return next === 'conflict' ? next : close(ports, asker, next, { status: 'completed' });
    });
    if (!done.ok) return done;
    const refused = await refusedRows(ports, terms.id);
    return accept({ batch: done.value.batch, refused, created: opened.value.created });
  };

const refusedRows = async (ports: Ports, batch: BatchTerms['id']): Promise<RefusedRow[]> =>
  (await listAll(ports.store, 'refusalsOfBatch', batch)).flatMap(({ rows }) => rows);

const cellsOf = (row: InlineRow): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, value === null ? '' : String(value)]),
  );
