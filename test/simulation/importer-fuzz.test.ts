import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryOf } from '#domain/credit/profile';
import type { BatchId } from '#domain/ids';
import { join } from '#platform/join';
import { memoryStore } from '#test/support/memory-store';
import {
  deliver,
  done,
  FIRM,
  type Files,
  OFFICE,
  OTHER_FIRM,
  slicePorts,
} from '#test/support/slice';
import { gb18030 } from '../adapters/tabular/gb18030.ts';
import { workbook } from '../adapters/tabular/xlsx.ts';
import { chanceOf } from '../fuzz/chance.ts';
import { fileOf, spoiled } from '../fuzz/file-of.ts';

/*
 * Whatever is delivered, the importer ends; every row it counted has its verdict, what it stored is whole, and
 * the same file again stores nothing more.
 */

const header = ['统一社会信用代码', '荣誉名称', '荣誉级别', '授予日期'];
const rows = Array.from({ length: 40 }, (_, index) => [
  index % 11 === 0 ? 'broken' : index % 2 === 0 ? FIRM : OTHER_FIRM,
  `荣誉${index % 15}`,
  '市级',
  `2024-05-${String(1 + (index % 28)).padStart(2, '0')}`,
]);
const csv = [header, ...rows].map((cells) => cells.join(',')).join('\r\n');
const objects = rows.map((cells) =>
  JSON.stringify(Object.fromEntries(header.map((name, at) => [name, cells[at]]))),
);
const deliveries = [
  Buffer.from(csv),
  Buffer.from(gb18030(csv)),
  gzipSync(csv),
  Buffer.from(objects.join('\n')),
  Buffer.from(`[${objects.join(',')}]`),
  Buffer.from(workbook({ sheets: [{ rows: [header, ...rows] }] })),
] as const;

const BATCH: BatchId = 'batch_fuzzed';

async function ingestedAs(file: Uint8Array) {
  const store = memoryStore();
  const files: Files = new Map();
  const platform = join(slicePorts(store, files));
  await deliver(
    platform,
    'enterprise-registration',
    [FIRM, OTHER_FIRM].map((code) => ({ code, name: `企业${code}` })),
  );
  const ingest = async (id: BatchId) => {
    files.set(id, file);
    await done(
      platform.openBatch(OFFICE, { id, catalogue: 'honour', supplier: 'supplier_office' }),
    );
    return done(platform.ingestBatch(OFFICE, { id }));
  };
  const honours = async () => {
    const pages = await Promise.all(
      [FIRM, OTHER_FIRM].map((code) => store.list('recordsOfEnterprise', code, { limit: 200 })),
    );
    return pages
      .flatMap(({ items }) => items.map(({ value }) => value))
      .filter(({ catalogue }) => catalogue === 'honour');
  };
  return { store, platform, ingest, honours };
}

async function expectWhole(file: Uint8Array): Promise<void> {
  const { store, platform, ingest, honours } = await ingestedAs(file);
  const { batch, finished } = await ingest(BATCH);
  expect(finished).toBe(true);
  expect(['completed', 'refused']).toContain(batch.status);
  expect(batch.refusal === undefined).toBe(batch.status === 'completed');
  const { delivered, ...verdicts } = batch.counts;
  expect(Object.values(verdicts).reduce((sum, count) => sum + count, 0)).toBe(delivered);
  const refused = await done(platform.readRefusedRows(OFFICE, { batch: BATCH, limit: 500 }));
  expect(refused.items).toHaveLength(verdicts.refused);
  expect(refused.items.every(({ refusals }) => refusals.length > 0)).toBe(true);

  const stored = await honours();
  expect(stored).toHaveLength(verdicts.accepted + verdicts.warned);
  for (const record of stored) {
    expect(record.provenance.every(({ batch: of }) => of === BATCH)).toBe(true);
    expect((await store.profile(record.subject)).entries[record.id]).toEqual(entryOf(record));
  }
  if (batch.status === 'refused') return;
  const again = await ingest('batch_again');
  const { accepted, warned } = again.batch.counts;
  expect(accepted + warned).toBe(0);
  expect((await honours()).map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
}

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

test('every format as it should be', async () => {
  for (const file of deliveries) {
    const { ingest } = await ingestedAs(file);
    const { batch } = await ingest(BATCH);
    expect(batch.counts).toMatchObject({ delivered: 40, refused: 4, unlinked: 0 });
  }
});

test('a good file spoiled anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, (seed) => {
      const chance = chanceOf(seed);
      const file = deliveries[chance.below(deliveries.length)] ?? deliveries[0];
      return expectWhole(spoiled(file, chance));
    }),
    { numRuns: 250, endOnFailure: true },
  );
});

test('noise and malice', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, (seed) => expectWhole(fileOf(chanceOf(seed)))),
    { numRuns: 40, endOnFailure: true },
  );
});
