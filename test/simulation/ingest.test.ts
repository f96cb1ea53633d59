import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_ROWS } from '#domain/credit/batch';
import type { BatchId } from '#domain/ids';
import { join } from '#platform/join';
import { memoryStore } from '#test/support/memory-store';
import { done, FIRM, type Files, OFFICE, OTHER_FIRM, slicePorts } from '#test/support/slice';
import type { Commit, Store } from '#usecases/ports';

/*
 * A batch is ingested while the world fails: commits that are refused, that throw before they are done, and
 * that are done but whose answer is lost. Whoever goes on until the end has what a calm day would have given.
 */

type Weather = 'calm' | 'conflict' | 'fails' | 'answer lost';

class Gone extends Error {}

function stormy(store: Store, weather: () => Weather): Store {
  return {
    ...store,
    commit: async (commit: Commit) => {
      const now = weather();
      if (now === 'conflict') return 'conflict';
      if (now === 'fails') throw new Gone();
      const result = await store.commit(commit);
      if (now === 'answer lost') throw new Gone();
      return result;
    },
  };
}

const BATCH: BatchId = 'batch_storm';
const HEADER = 'code,direction,number,issued_on,amount,status';

/** Few numbers and amounts, so that rows repeat and contradict each other. */
const anyRow = fc
  .record({
    code: fc.constantFrom(FIRM, OTHER_FIRM, '91320508MA0000082Y', 'broken'),
    direction: fc.constantFrom('sale', 'purchase'),
    number: fc.integer({ min: 1, max: 4 }),
    issuedOn: fc.constantFrom('2025-03-01', '2025-08-01', '2025-02-30'),
    amount: fc.constantFrom('100', '-20.5', '7', 'much'),
  })
  .map((row) => `${row.code},${row.direction},${row.number},${row.issuedOn},${row.amount},valid`);

const anyWeather = fc.constantFrom<Weather>(
  'calm',
  'calm',
  'calm',
  'conflict',
  'fails',
  'answer lost',
);

async function cityOver(store: Store, file: string, files: Files = new Map([[BATCH, file]])) {
  const ports = slicePorts(store, files);
  const platform = join(ports);
  await done(
    platform.deliverRows(OFFICE, {
      id: 'batch_firms',
      catalogue: 'enterprise-registration',
      supplier: 'supplier_city',
      rows: [FIRM, OTHER_FIRM].map((code) => ({ code, name: `企业${code}` })),
    }),
  );
  await done(
    platform.openBatch(OFFICE, { id: BATCH, catalogue: 'vat-invoice', supplier: 'supplier_tax' }),
  );
  return { ports, platform };
}

async function recordsOf(store: Store) {
  const codes = [FIRM, OTHER_FIRM];
  const pages = await Promise.all(
    codes.map((code) => store.list('recordsOfEnterprise', code, { limit: 100 })),
  );
  return pages.map(({ items }) => items.map(({ value }) => value));
}

test('cut off anywhere and begun again, a batch ends in the same records and the same counts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRow, { minLength: 1, maxLength: 30 }),
      fc.array(anyWeather, { minLength: 1, maxLength: 12 }),
      async (rows, storms) => {
        const file = [HEADER, ...rows].join('\n');
        const calm = memoryStore();
        const still = await cityOver(calm, file);
        const expected = await done(still.platform.ingestBatch(OFFICE, { id: BATCH }));

        const store = memoryStore();
        const { ports } = await cityOver(store, file);
        const days = [...storms];
        const platform = join({ ...ports, store: stormy(store, () => days.shift() ?? 'calm') });
        for (let tried = 0; ; tried += 1) {
          expect(tried).toBeLessThan(40);
          const answer = await platform
            .ingestBatch(OFFICE, { id: BATCH })
            .catch((error: unknown) => {
              if (error instanceof Gone) return undefined;
              throw error;
            });
          if (answer?.ok && answer.value.finished) break;
        }
        const ended = (await store.get('batch', BATCH))?.value;
        expect(ended?.counts).toEqual(expected.batch.counts);
        expect(await recordsOf(store)).toEqual(await recordsOf(calm));
        const { delivered, ...verdicts } = ended?.counts ?? NO_ROWS;
        expect(delivered).toBe(rows.length);
        expect(Object.values(verdicts).reduce((sum, count) => sum + count, 0)).toBe(delivered);
      },
    ),
    { numRuns: 150 },
  );
});

test('a delivery sent again under another id is all duplicates where it does not contradict itself', async () => {
  const rows = Array.from(
    { length: 50 },
    (_, index) => `${index % 2 ? FIRM : OTHER_FIRM},sale,${index},2025-03-01,${index}.5,valid`,
  );
  const file = [HEADER, ...rows].join('\n');
  const store = memoryStore();
  const files: Files = new Map([
    [BATCH, file],
    ['batch_again', file],
  ]);
  const { platform } = await cityOver(store, file, files);
  await done(platform.ingestBatch(OFFICE, { id: BATCH }));
  const before = await recordsOf(store);
  await done(
    platform.openBatch(OFFICE, {
      id: 'batch_again',
      catalogue: 'vat-invoice',
      supplier: 'supplier_tax',
    }),
  );
  const again = await done(platform.ingestBatch(OFFICE, { id: 'batch_again' }));
  expect(again.batch.counts).toMatchObject({ delivered: 50, duplicate: 50, accepted: 0 });
  expect(await recordsOf(store)).toEqual(before);
});
