import { assert } from '#domain/assert';
import { addCounts, type Batch, type RefusedRow } from '#domain/credit/batch';
import { catalogues } from '#domain/credit/catalogues';
import { prepareReader, type RowReader } from '#domain/credit/prepare-reader';
import type { RawRow } from '#domain/credit/raw-row';
import { type DomainEvent, MAX_FIRMS_TOLD } from '#domain/event';
import type { BatchId, UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, type Refusal, refuse } from '#domain/refusal';
import type { Instant } from '#domain/time';
import { announce } from './announce.ts';
import { type Change, type Ports, type RowChunk, UnreadableFile, type Versioned } from './ports.ts';
import { STRETCH_ROWS, storeStretch } from './store-stretch.ts';

/** What is left at `stopAt` is left for the next call. */
export type IngestBatch = { readonly id: BatchId; readonly stopAt?: Instant };
export type Ingested = { readonly batch: Batch; readonly finished: boolean };

/** Called after every stretch, for those who show progress. */
export type OnProgress = (batch: Batch) => void;

/**
 * Ingests the file of a batch from its checkpoint on. Whoever else ingests the same batch at the same moment
 * stores the same rows, and one of the two gives way at the next checkpoint. Refuses: not_found (no such
 * batch, or no file yet). A file that cannot be read, or that is another one than the file of the rows decided
 * before, ends the batch as `refused`; rows before stay decided.
 */
export const ingestBatch =
  (ports: Ports, onProgress?: OnProgress) =>
  async (asker: Principal, { id, stopAt }: IngestBatch): Promise<Outcome<Ingested>> => {
    const kept = await ports.store.get('batch', id);
    if (!kept) return refuse('not_found', { field: 'batch', actual: id });
    if (isOver(kept.value)) return accept({ batch: kept.value, finished: true });
    const bytes = await ports.inbox.open(id);
    if (!bytes) return refuse('not_found', { field: 'file', actual: id });
    let batch = kept;
    try {
      for await (const { rows, contentHash } of undecided(ports, bytes, kept.value)) {
        const next = await ingestStretch(
          ports,
          asker,
          { ...batch, value: { ...batch.value, contentHash } },
          rows,
        );
        if (next === 'conflict') return giveWay(ports, batch);
        batch = next;
        onProgress?.(batch.value);
        if (stopAt !== undefined && ports.now() >= stopAt)
          return accept({ batch: batch.value, finished: false });
      }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      return close(ports, asker, batch, { status: 'refused', refusal: error.refusal });
    }
    return close(ports, asker, batch, { status: 'completed' });
  };

const REFUSALS_PER_ITEM = 100;

export const isOver = (batch: Batch): boolean =>
  batch.status === 'completed' || batch.status === 'refused';

type Row = { readonly reader: RowReader; readonly row: RawRow };

type Stretch = { readonly rows: readonly Row[]; readonly contentHash: string };

/**
 * The stretches behind the checkpoint, each with the hash of all rows up to its end. Those before it are read
 * again to see that the file is still the one whose rows were decided.
 */
async function* undecided(
  ports: Ports,
  bytes: AsyncIterable<Uint8Array>,
  batch: Batch,
): AsyncGenerator<Stretch> {
  let end = 0;
  let contentHash = '';
  for await (const rows of stretches(ports.readRows(bytes), batch)) {
    const begin = end;
    end += rows.length;
    contentHash = ports.digest(contentHash + JSON.stringify(rows.map(({ row }) => row.cells)));
    if (begin >= batch.rowsDone) yield { rows, contentHash };
    else if (end > batch.rowsDone) throw otherFile();
    else if (end === batch.rowsDone && contentHash !== batch.contentHash) throw otherFile();
  }
  if (end < batch.rowsDone) throw otherFile();
}

const otherFile = () =>
  new UnreadableFile({
    code: 'batch_differs',
    field: 'file',
    expected:
      'the file whose first rows were decided under this id; another one has an id of its own',
  });

/** All rows of a file, STRETCH_ROWS at a time; the reader follows the header. */
async function* stretches(
  chunks: AsyncIterable<RowChunk>,
  batch: Batch,
): AsyncGenerator<readonly Row[]> {
  let pending: Row[] = [];
  let columns: readonly string[] | undefined;
  let reader: RowReader | undefined;
  for await (const chunk of chunks) {
    if (chunk.columns !== columns || !reader) {
      reader = readerFor(batch, chunk.columns);
      columns = chunk.columns;
    }
    for (const row of chunk.rows) pending.push({ reader, row });
    while (pending.length >= STRETCH_ROWS) {
      yield pending.slice(0, STRETCH_ROWS);
      pending = pending.slice(STRETCH_ROWS);
    }
  }
  if (pending.length > 0) yield pending;
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

/** Stores a stretch and moves the checkpoint behind it, with its refused rows and the news of the firms it changed. */
export async function ingestStretch(
  ports: Ports,
  asker: Principal,
  batch: Versioned<Batch>,
  rows: readonly Row[],
): Promise<Versioned<Batch> | 'conflict'> {
  const catalogue = catalogues[batch.value.catalogue];
  const { counts, refused, changed } = await storeStretch(ports, {
    batch: batch.value,
    catalogue,
    rows,
  });
  const value: Batch = {
    ...batch.value,
    status: 'ingesting',
    rowsDone: batch.value.rowsDone + rows.length,
    counts: addCounts(batch.value.counts, counts),
  };
  const result = await ports.store.commit({
    changes: [
      { kind: 'batch', value, expected: batch.version },
      ...refusalsOf(batch.value, refused),
    ],
    events: news(ports, asker, batch.value, changed),
  });
  assert(result !== 'too_large', 'refused rows are clipped and kept in parts');
  return result === 'conflict' ? result : { value, version: batch.version + 1 };
}

const news = (
  ports: Ports,
  asker: Principal,
  { id, catalogue }: Batch,
  changed: readonly UnifiedCode[],
): DomainEvent[] =>
  Array.from({ length: Math.ceil(changed.length / MAX_FIRMS_TOLD) }, (_, part) =>
    announce(ports, asker, {
      type: 'records_changed',
      codes: changed.slice(part * MAX_FIRMS_TOLD, (part + 1) * MAX_FIRMS_TOLD),
      catalogue,
      batch: id,
    }),
  );

/** Refused rows in items of a size that one can read; numbered on from the row before the stretch. */
const refusalsOf = (batch: Batch, rows: readonly RefusedRow[]): Change[] =>
  Array.from({ length: Math.ceil(rows.length / REFUSALS_PER_ITEM) }, (_, part) => ({
    kind: 'refusals',
    value: {
      batch: batch.id,
      afterRow: batch.rowsDone + part,
      rows: rows.slice(part * REFUSALS_PER_ITEM, (part + 1) * REFUSALS_PER_ITEM),
    },
    expected: 0,
  }));

/** Ends a batch, once. */
export async function close(
  ports: Ports,
  asker: Principal,
  batch: Versioned<Batch>,
  end: { readonly status: 'completed' | 'refused'; readonly refusal?: Refusal },
): Promise<Outcome<Ingested>> {
  const value: Batch = { ...batch.value, ...end, completedAt: ports.now() };
  const result = await ports.store.commit({
    changes: [{ kind: 'batch', value, expected: batch.version }],
    events: [
      announce(ports, asker, {
        type: 'batch_completed',
        batch: value.id,
        counts: value.counts,
      }),
    ],
  });
  return result === 'committed' ? accept({ batch: value, finished: true }) : giveWay(ports, batch);
}

/** Somebody else moved the batch on: say how far it is. */
async function giveWay(ports: Ports, batch: Versioned<Batch>): Promise<Outcome<Ingested>> {
  const now = (await ports.store.get('batch', batch.value.id))?.value ?? batch.value;
  return accept({ batch: now, finished: isOver(now) });
}
