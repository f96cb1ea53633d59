import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BatchId } from '#domain/ids';
import { join } from '#platform/join';
import { engineStore } from '#test/support/engine-store';
import { done, FIRM, type Files, OFFICE, slicePorts } from '#test/support/slice';

/* What fills more than an item of the real table is told to the supplier; it never stops a batch. */

let opened: Awaited<ReturnType<typeof engineStore>>;
beforeAll(async () => {
  opened = await engineStore();
});
afterAll(() => opened.stop());

const noise = (length: number) => randomBytes(length).toString('base64url').slice(0, length);

async function ingest(id: BatchId, lines: readonly string[]) {
  const files: Files = new Map([[id, lines.join('\n')]]);
  const platform = join(slicePorts(opened.store, files));
  await done(
    platform.openBatch(OFFICE, { id, catalogue: 'vat-invoice', supplier: 'supplier_tax' }),
  );
  const { batch } = await done(platform.ingestBatch(OFFICE, { id }));
  const page = await done(platform.readRefusedRows(OFFICE, { batch: id, limit: 500 }));
  return { batch, page, platform };
}

const HEADER = 'code,direction,number,issued_on,counterparty,amount,status';

test('a file in which every row is wrong in its own long words is refused row by row', async () => {
  const rows = Array.from(
    { length: 5_200 },
    () => `${noise(300)},${noise(300)},${noise(300)},${noise(300)},x,${noise(300)},${noise(300)}`,
  );
  const { batch, page, platform } = await ingest('batch_noise', [HEADER, ...rows]);
  expect(batch).toMatchObject({
    status: 'completed',
    counts: { delivered: 5_200, refused: 5_200 },
  });
  let seen = page.items.length;
  for (let after = page.next; after !== undefined; ) {
    const next = await done(
      platform.readRefusedRows(OFFICE, { batch: 'batch_noise', limit: 500, after }),
    );
    seen += next.items.length;
    after = next.next;
  }
  expect(seen).toBe(5_200);
});

test('rows of one period that no item could hold come back with the reason, and the batch ends', async () => {
  const rows = Array.from(
    { length: 4_900 },
    (_, index) => `${FIRM},sale,${index},2025-08-01,${noise(180)},100,valid`,
  );
  const { batch, page } = await ingest('batch_swollen', [HEADER, ...rows]);
  expect(batch.status).toBe('completed');
  expect(batch.counts).toMatchObject({ delivered: 4_900, refused: 4_900 });
  expect(page.items[0]?.refusals[0]).toMatchObject({ code: 'too_long', field: 'period' });
});
