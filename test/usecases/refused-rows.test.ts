import { expect, test } from 'vitest';
import type { RefusedRow } from '#domain/credit/batch';
import type { BatchId } from '#domain/ids';
import { join } from '#platform/join';
import { memoryStore } from '#test/support/memory-store';
import { done, FIRM, type Files, OFFICE, slicePorts } from '#test/support/slice';

const BATCH: BatchId = 'batch_long-rows';

async function ingested(file: string) {
  const files: Files = new Map([[BATCH, file]]);
  const platform = join(slicePorts(memoryStore(), files));
  await done(
    platform.openBatch(OFFICE, { id: BATCH, catalogue: 'honour', supplier: 'supplier_office' }),
  );
  const { batch } = await done(platform.ingestBatch(OFFICE, { id: BATCH }));
  return { platform, batch };
}

test('a page of long rows ends early, and the pages together are all of them', async () => {
  const rows = Array.from(
    { length: 120 },
    (_, index) => `${FIRM},${'长'.repeat(30_000)}${index},市级,2024-05-01`,
  );
  const { platform, batch } = await ingested(['code,title,level,granted_on', ...rows].join('\n'));
  expect(batch.counts).toMatchObject({ delivered: 120, refused: 120 });
  const all: RefusedRow[] = [];
  let after: string | undefined;
  do {
    const page = await done(
      platform.readRefusedRows(OFFICE, { batch: BATCH, limit: 500, ...(after && { after }) }),
    );
    expect(JSON.stringify(page.items).length).toBeLessThan(1_200_000);
    all.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  expect(all.map(({ line }) => line)).toEqual(rows.map((_, index) => index + 2));
});

test('what stands before the damage of a file is decided, and the file refused', async () => {
  const file = `code,title,level,granted_on\n${FIRM},示范企业,市级,2024-05-01\n${FIRM},,市级,2024-05-01\n"${FIRM}`;
  const { batch } = await ingested(file);
  expect(batch).toMatchObject({
    status: 'refused',
    refusal: { code: 'malformed_file' },
    counts: { delivered: 2, unlinked: 1, refused: 1 },
  });
});
