import type { Batch } from '#domain/credit/batch';
import type { BatchId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import type { Instant } from '#domain/time';
import { finishBatch } from './finish-batch.ts';
import { ingestPart, type OnProgress } from './ingest-part.ts';
import { planBatch } from './plan-batch.ts';
import type { Ports } from './ports.ts';

/** What is left at `stopAt` is left for the next call. */
export type IngestBatch = { readonly id: BatchId; readonly stopAt?: Instant };
export type Ingested = { readonly batch: Batch; readonly finished: boolean };

/**
 * Ingests the file of a batch in one process, from its checkpoint on, in one part unless it was planned
 * otherwise before. Refuses: not_found (no such batch, or no file yet).
 */
export const ingestBatch = (ports: Ports, onProgress?: OnProgress) => {
  const plan = planBatch(ports);
  const ingest = ingestPart(ports, onProgress);
  const finish = finishBatch(ports);
  return async (asker: Principal, { id, stopAt }: IngestBatch): Promise<Outcome<Ingested>> => {
    const planned = await plan(asker, { id, parts: 1 });
    if (!planned.ok) return planned;
    for (let part = 0; part < planned.value.parts; part += 1) {
      const done = await untilFinishedOr(stopAt, ports, () =>
        ingest(asker, { id, part, ...(stopAt !== undefined && { stopAt }) }),
      );
      if (!done.ok) return done;
      if (!done.value.finished) return accept({ batch: planned.value.batch, finished: false });
    }
    const ended = await finish(asker, { id });
    return ended.ok ? accept({ batch: ended.value, finished: true }) : ended;
  };
};

/** A part that gave way to somebody else goes on from where that one is. */
async function untilFinishedOr(
  stopAt: Instant | undefined,
  ports: Ports,
  ingest: () => Promise<Outcome<{ readonly finished: boolean }>>,
): Promise<Outcome<{ readonly finished: boolean }>> {
  for (;;) {
    const done = await ingest();
    if (!done.ok || done.value.finished) return done;
    if (stopAt !== undefined && ports.now() >= stopAt) return done;
  }
}
