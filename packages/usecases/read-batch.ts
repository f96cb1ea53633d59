import type { Batch, RefusedRow } from '#domain/credit/batch';
import type { BatchId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { figuresOf } from './finish-batch.ts';
import { listAll } from './list-all.ts';
import { mends, openedRow } from './open-refused.ts';
import type { Ports } from './ports.ts';
import type { Paged, PageOf } from './read.ts';

/** A batch; while it is ingested, with the counts of its parts up to now. Refuses: not_found. */
export const readBatch =
  (ports: Ports) =>
  async (_asker: Principal, id: BatchId): Promise<Outcome<Batch>> => {
    const kept = await ports.store.get('batch', id);
    if (!kept) return refuse('not_found', { field: 'batch', actual: id });
    if (kept.value.status !== 'ingesting') return accept(kept.value);
    const parts = await listAll(ports.store, 'partsOfBatch', id);
    return accept({ ...kept.value, ...figuresOf(parts) });
  };

/** An answer of Lambda holds 6 MB, and a row what stood in it: as much as an item of the store. */
const PAGE_CHARACTERS = 1_000_000;

/**
 * Refused rows of a batch by line. They are kept by stretch; the cursor counts the rows before the page.
 * Where a batch was dealt out in parts, the rows of a stretch stand together. A page ends early where its rows
 * are long. What is personal in them is masked for all but those who `mends`. Refuses: not_found.
 */
export const readRefusedRows =
  (ports: Ports) =>
  async (
    asker: Principal,
    { batch, limit, after = '0' }: PageOf & { readonly batch: BatchId },
  ): Promise<Outcome<Paged<RefusedRow>>> => {
    const kept = await ports.store.get('batch', batch);
    if (!kept) return refuse('not_found', { field: 'batch', actual: batch });
    const mayMend = mends(asker, kept.value.supplier);
    const start = Number(after);
    const rows: RefusedRow[] = [];
    let passed = 0;
    let characters = 0;
    let next: string | undefined;
    do {
      const page = await ports.store.list('refusalsOfBatch', batch, {
        limit: 10,
        ...(next !== undefined && { after: next }),
      });
      for (const { value } of page.items) {
        for (const one of value.rows) {
          passed += 1;
          if (passed <= start || rows.length > limit) continue;
          if (characters > PAGE_CHARACTERS)
            return accept({ items: rows, next: String(start + rows.length) });
          const row = await openedRow(ports, one, mayMend);
          rows.push(row);
          characters += JSON.stringify(row).length;
        }
      }
      next = page.next;
    } while (next !== undefined && rows.length <= limit);
    return accept({
      items: rows.slice(0, limit),
      ...(rows.length > limit && { next: String(start + limit) }),
    });
  };
