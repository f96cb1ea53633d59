import { type Batch, MAX_PARTS } from '#domain/credit/batch';
import type { BatchId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { isOver } from './finish-batch.ts';
import type { Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** A part of this size takes a minute or two; each part reads the whole file, so more of them cost more. */
const BYTES_PER_PART = 8 * 1024 ** 2;

export type Planned = { readonly batch: Batch; readonly parts: number };

/**
 * Looks at the file of a batch and decides how many ways its rows are dealt out, once: `parts` if told, else by
 * the file's size. Of a batch that is over, nothing is left to be dealt out. Refuses: not_found (no such
 * batch, or no file yet).
 */
export const planBatch =
  (ports: Ports) =>
  (
    _asker: Principal,
    { id, parts }: { readonly id: BatchId; readonly parts?: number },
  ): Promise<Outcome<Planned>> =>
    untilCommitted<Planned>(async () => {
      const kept = await ports.store.get('batch', id);
      if (!kept) return refuse('not_found', { field: 'batch', actual: id });
      if (isOver(kept.value)) return accept({ batch: kept.value, parts: 0 });
      if (kept.value.parts !== undefined)
        return accept({ batch: kept.value, parts: kept.value.parts });
      const size = await ports.inbox.size(id);
      if (size === undefined) return refuse('not_found', { field: 'file', actual: id });
      const planned = Math.min(MAX_PARTS, parts ?? Math.max(1, Math.ceil(size / BYTES_PER_PART)));
      const batch: Batch = { ...kept.value, status: 'ingesting', parts: planned };
      const result = await ports.store.commit({
        changes: [{ kind: 'batch', value: batch, expected: kept.version }],
        events: [],
      });
      return committed(result, { batch, parts: planned });
    });
