import { assert } from '#domain/assert';
import { addCounts, type Batch, type BatchPart, NO_ROWS } from '#domain/credit/batch';
import { catalogues } from '#domain/credit/catalogues';
import { partOf } from '#domain/credit/part-of';
import { addWarnings } from '#domain/credit/warning-tally';
import { type DomainEvent, MAX_FIRMS_TOLD } from '#domain/event';
import type { BatchId, UnifiedCode } from '#domain/ids';
import { personalColumns } from '#domain/personal/personal-columns';
import { redactedRefusal } from '#domain/personal/redacted';
import type { Principal } from '#domain/principal';
import { addCells } from '#domain/quality/tally';
import { accept, type Outcome, type Refusal, refuse } from '#domain/refusal';
import type { Instant } from '#domain/time';
import { announce } from './announce.ts';
import { isOver } from './finish-batch.ts';
import { keepRefused } from './keep-refused.ts';
import { type Ports, UnreadableFile, type Versioned } from './ports.ts';
import { type NumberedRow, numberedRows } from './read-batch-rows.ts';
import { STRETCH_CHARACTERS, STRETCH_ROWS, storeStretch } from './store-stretch.ts';

/** What is left at `stopAt` is left for the next call. */
export type IngestPart = {
  readonly id: BatchId;
  readonly part: number;
  readonly stopAt?: Instant;
};

/** Called after every stretch, for those who show progress. */
export type OnProgress = (part: BatchPart) => void;

/**
 * Ingests one part of a batch from its checkpoint on. Whoever else ingests the same part at the same moment
 * stores the same rows, and one of the two gives way at the next checkpoint. Refuses: not_found (no such
 * batch or part, or no file). A file that cannot be read further ends the part with the reason behind the rows
 * before the damage; another file than that of the rows decided before ends it where it is.
 */
export const ingestPart =
  (ports: Ports, onProgress?: OnProgress) =>
  async (
    asker: Principal,
    { id, part, stopAt }: IngestPart,
  ): Promise<Outcome<{ readonly finished: boolean }>> => {
    const kept = await ports.store.get('batch', id);
    if (!kept) return refuse('not_found', { field: 'batch', actual: id });
    const batch = kept.value;
    if (isOver(batch)) return accept({ finished: true });
    if (part >= (batch.parts ?? 0))
      return refuse('not_found', { field: 'part', actual: String(part) });
    let at = await partNow(ports, id, part);
    if (at.value.finished) return accept({ finished: true });
    const bytes = await ports.inbox.open(id);
    if (!bytes) return refuse('not_found', { field: 'file', actual: id });
    try {
      const rows = numberedRows(ports.readRows(bytes), batch);
      for await (const stretch of undecided(ports, rows, { batch, part: at.value })) {
        const next = await ingestStretch(ports, asker, { batch, part: at, stretch });
        if (next === 'conflict') return accept({ finished: false });
        at = next;
        onProgress?.(at.value);
        if (at.value.finished) return accept({ finished: true });
        if (stopAt !== undefined && ports.now() >= stopAt) return accept({ finished: false });
      }
      assert(false, 'the last stretch finishes its part');
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      return endOtherFile(ports, at, error.refusal);
    }
  };

export const partNow = async (
  ports: Ports,
  batch: BatchId,
  part: number,
): Promise<Versioned<BatchPart>> =>
  (await ports.store.get('batchPart', `${batch}/${part}`)) ?? {
    version: 0,
    value: {
      batch,
      part,
      rowsPassed: 0,
      contentHash: '',
      counts: NO_ROWS,
      warnings: [],
      cells: [],
      finished: false,
    },
  };

/** Rows of one part that are decided together; `contentHash` covers all of its rows up to their end. */
export type Stretch = {
  readonly rows: readonly NumberedRow[];
  readonly rowsPassed: number;
  readonly contentHash: string;
  readonly isLast: boolean;
  /** Why the file could not be read beyond these rows. */
  readonly refusal?: Refusal;
};

/**
 * The stretches of a part behind its checkpoint, the last one perhaps empty. Those before it are read again to
 * see that the file is still the one whose rows were decided.
 */
async function* undecided(
  ports: Ports,
  rows: AsyncIterable<readonly NumberedRow[]>,
  { batch, part }: { readonly batch: Batch; readonly part: BatchPart },
): AsyncGenerator<Stretch> {
  let rowsPassed = 0;
  let contentHash = '';
  for await (const stretch of stretches(rows, batch, part.part)) {
    const before = rowsPassed;
    rowsPassed = stretch.rowsPassed;
    contentHash = ports.digest(
      contentHash + JSON.stringify(stretch.rows.map(({ row: { cells, raw } }) => [cells, raw])),
    );
    if (before >= part.rowsPassed) yield { ...stretch, contentHash };
    else if (rowsPassed > part.rowsPassed) throw otherFile();
    else if (rowsPassed === part.rowsPassed && contentHash !== part.contentHash) throw otherFile();
  }
  if (rowsPassed < part.rowsPassed) throw otherFile();
}

const otherFile = () =>
  new UnreadableFile({
    code: 'batch_differs',
    field: 'file',
    expected:
      'the file whose first rows were decided under this id; another one has an id of its own',
  });

function lengthOf({ row: { cells } }: NumberedRow): number {
  let length = 0;
  for (const column in cells) length += cells[column]?.length ?? 0;
  return length;
}

/**
 * The rows of one part, STRETCH_ROWS at a time, or fewer where they are long. Where the file cannot be read
 * further, what stands before the damage is the last stretch, however the batch was dealt out.
 */
async function* stretches(
  rows: AsyncIterable<readonly NumberedRow[]>,
  { parts = 1, deliveredOn }: Batch,
  part: number,
): AsyncGenerator<Omit<Stretch, 'contentHash'>> {
  let own: NumberedRow[] = [];
  let characters = 0;
  let rowsPassed = 0;
  let refusal: Refusal | undefined;
  const chunks = untilUnreadable(rows, (found) => {
    refusal = found;
  });
  for await (const chunk of chunks) {
    for (const one of chunk) {
      if (parts > 1 && partOf(one.reader, one.row, { parts, today: deliveredOn }) !== part)
        continue;
      own.push(one);
      characters += lengthOf(one);
      if (own.length < STRETCH_ROWS && characters < STRETCH_CHARACTERS) continue;
      rowsPassed = one.number;
      yield { rows: own, rowsPassed, isLast: false };
      own = [];
      characters = 0;
    }
  }
  yield {
    rows: own,
    rowsPassed: own.at(-1)?.number ?? rowsPassed,
    isLast: true,
    ...(refusal && { refusal }),
  };
}

async function* untilUnreadable<Chunk>(
  chunks: AsyncIterable<Chunk>,
  tell: (refusal: Refusal) => void,
): AsyncGenerator<Chunk> {
  try {
    yield* chunks;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    tell(error.refusal);
  }
}

/** Stores a stretch and moves the checkpoint behind it, with the news of the firms it changed. */
export async function ingestStretch(
  ports: Ports,
  asker: Principal,
  at: {
    readonly batch: Batch;
    readonly part: Versioned<BatchPart>;
    readonly stretch: Stretch;
  },
): Promise<Versioned<BatchPart> | 'conflict'> {
  const { batch, part, stretch } = at;
  const { counts, warnings, refused, changed, cells } = await storeStretch(ports, {
    batch,
    rows: stretch.rows,
  });
  if (refused.length > 0)
    await keepRefused(ports, {
      batch: batch.id,
      part: part.value.part,
      rows: refused,
      isPersonal: personalColumns(
        catalogues[batch.catalogue],
        new Set(stretch.rows.map(({ reader }) => reader)),
      ),
    });
  const value: BatchPart = {
    ...part.value,
    rowsPassed: stretch.rowsPassed,
    contentHash: stretch.contentHash,
    counts: addCounts(part.value.counts, counts),
    warnings: addWarnings([part.value.warnings, warnings]),
    cells: addCells([part.value.cells, cells]),
    finished: stretch.isLast,
    ...(stretch.refusal && { refusal: redactedRefusal(stretch.refusal) }),
  };
  const result = await ports.store.commit({
    changes: [{ kind: 'batchPart', value, expected: part.version }],
    events: news(ports, asker, batch, changed),
  });
  assert(result !== 'too_large', 'a part keeps figures alone');
  return result === 'conflict' ? result : { value, version: part.version + 1 };
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

/** Ends a part in whose place another file lies now. */
async function endOtherFile(
  ports: Ports,
  { value, version }: Versioned<BatchPart>,
  refusal: Refusal,
): Promise<Outcome<{ readonly finished: boolean }>> {
  const result = await ports.store.commit({
    changes: [
      {
        kind: 'batchPart',
        value: { ...value, finished: true, refusal: redactedRefusal(refusal) },
        expected: version,
      },
    ],
    events: [],
  });
  return accept({ finished: result === 'committed' });
}
