import { addCounts, type Batch, type BatchPart, NO_ROWS } from '#domain/credit/batch';
import { addWarnings } from '#domain/credit/warning-tally';
import type { BatchId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { addCells, type Tally } from '#domain/quality/tally';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { announce } from './announce.ts';
import { listAll } from './list-all.ts';
import type { Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

export const isOver = (batch: Batch): boolean =>
  batch.status === 'completed' || batch.status === 'refused';

/**
 * Ends a batch whose parts are all done: adds up what they counted, and keeps what the batch weighs in the
 * supplier's figures. Twice is once. Refuses: not_found, busy (some part is still under way).
 */
export const finishBatch =
  (ports: Ports) =>
  (asker: Principal, { id }: { readonly id: BatchId }): Promise<Outcome<Batch>> =>
    untilCommitted<Batch>(async () => {
      const kept = await ports.store.get('batch', id);
      if (!kept) return refuse('not_found', { field: 'batch', actual: id });
      if (isOver(kept.value)) return accept(kept.value);
      const parts = await listAll(ports.store, 'partsOfBatch', id);
      const done = parts.filter(({ finished }) => finished).length;
      if (kept.value.parts === undefined || done < kept.value.parts)
        return refuse('busy', {
          expected: 'every part of the batch ingested',
          actual: `${done} of ${kept.value.parts ?? 'none planned'}`,
        });
      const value = endOf(kept.value, parts, ports.now());
      const result = await ports.store.commit({
        changes: [
          { kind: 'batch', value, expected: kept.version },
          { kind: 'tally', value: tallyOf(value, parts), expected: 0 },
        ],
        events: [
          announce(ports, asker, { type: 'batch_completed', batch: id, counts: value.counts }),
        ],
      });
      return committed(result, value);
    });

/** How far a batch is, part by part. */
export const figuresOf = (parts: readonly BatchPart[]): Pick<Batch, 'counts' | 'warnings'> => ({
  counts: parts.reduce((sum, { counts }) => addCounts(sum, counts), NO_ROWS),
  warnings: addWarnings(parts.map(({ warnings }) => warnings)),
});

function endOf(batch: Batch, parts: readonly BatchPart[], completedAt: Batch['openedAt']): Batch {
  const refusal = parts.find((part) => part.refusal !== undefined)?.refusal;
  return {
    ...batch,
    status: refusal ? 'refused' : 'completed',
    ...figuresOf(parts),
    completedAt,
    ...(refusal && { refusal }),
  };
}

const tallyOf = (
  { id, supplier, catalogue, deliveredOn }: Batch,
  parts: readonly BatchPart[],
): Tally => ({
  batch: id,
  supplier,
  catalogue,
  deliveredOn,
  cells: addCells(parts.map(({ cells }) => cells)),
});
