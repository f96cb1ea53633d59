import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Batch } from '#domain/credit/batch';
import { profileOf } from '#domain/credit/profile';
import type { BatchId } from '#domain/ids';
import { join } from '#platform/join';
import { NOW, TODAY } from '#test/support/builders';
import { memoryStore } from '#test/support/memory-store';
import { done, FIRM, type Files, OFFICE, OTHER_FIRM, slicePorts } from '#test/support/slice';
import type { Commit, Store } from '#usecases/ports';

/*
 * However a batch is dealt out, in whatever order its parts run, and wherever any of them is killed: the same
 * verdicts, the same records, the same profile, the same figures.
 */

const BATCH: BatchId = 'batch_dealt';
const THIRD = '91320508MA0000082Y';
const HEADER = '统一社会信用代码,荣誉名称,荣誉级别,授予日期,有效期至';

/** Codes as people spell them: one firm is one part, however its code is written. */
const spelt = (code: string) =>
  fc.constantFrom(code, code.toLowerCase(), ` ${code.slice(0, 9)}-${code.slice(9)}`);
/** Few keys, and mostly lawful, so that rows of one firm meet, repeat and contradict each other. */
const mostly = <Value>(...choices: readonly (readonly [weight: number, Value])[]) =>
  fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));
const anyRow = fc
  .record({
    code: mostly([6, FIRM], [4, OTHER_FIRM], [3, THIRD], [1, 'broken'], [1, '']).chain(spelt),
    title: mostly([8, '示范企业'], [1, '']),
    level: mostly([4, '市级'], [4, '国家级'], [1, '宇宙级']),
    grantedOn: mostly([6, '2024-05-01'], [2, '2024/6/1'], [1, '20240230']),
    until: fc.constantFrom('2025-05-01', '2027-01-01', '长期', ''),
  })
  .map((row) => Object.values(row).join(','));

class Killed extends Error {}

/** Dies at the n-th commit from now on, before or after it has happened. */
function mortal(store: Store, deaths: number[]): Store {
  let left = deaths.shift() ?? Number.POSITIVE_INFINITY;
  return {
    ...store,
    commit: async (commit: Commit) => {
      left -= 1;
      if (left > 0) return store.commit(commit);
      left = deaths.shift() ?? Number.POSITIVE_INFINITY;
      if (left % 2 === 0) await store.commit(commit);
      throw new Killed();
    },
  };
}

async function opened(store: Store, file: string) {
  const files: Files = new Map([[BATCH, file]]);
  const ports = slicePorts(store, files);
  const platform = join(ports);
  await done(
    platform.deliverRows(OFFICE, {
      id: 'batch_firms',
      catalogue: 'enterprise-registration',
      supplier: 'supplier_city',
      rows: [FIRM, OTHER_FIRM].map((code) => ({ code, name: `企业${code}`, district: '320508' })),
    }),
  );
  await done(
    platform.openBatch(OFFICE, { id: BATCH, catalogue: 'honour', supplier: 'supplier_office' }),
  );
  return ports;
}

async function everythingIn(store: Store) {
  const codes = [FIRM, OTHER_FIRM, THIRD] as const;
  const pages = await Promise.all(
    codes.map((code) => store.list('recordsOfEnterprise', code as typeof FIRM, { limit: 100 })),
  );
  const profiles = await Promise.all(codes.map((code) => store.profile(code as typeof FIRM)));
  const refusals = await store.list('refusalsOfBatch', BATCH, { limit: 100 });
  return {
    records: pages.map(({ items }) => items.map(({ value }) => value)),
    profiles: profiles.map(({ entries }, index) =>
      profileOf({ code: codes[index] as typeof FIRM, entries, asOf: TODAY }),
    ),
    entries: profiles.map(({ entries }) => entries),
    refused: refusals.items.flatMap(({ value }) => value.rows).sort((a, b) => a.line - b.line),
    batch: figuresOf((await store.get('batch', BATCH))?.value),
    tally: (await store.get('tally', BATCH))?.value,
  };
}

const figuresOf = (batch: Batch | undefined) =>
  batch && {
    status: batch.status,
    counts: batch.counts,
    warnings: batch.warnings,
    refusal: batch.refusal,
  };

test('dealt out, mixed up and killed anywhere, a batch ends as in one calm piece', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRow, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.nat(5), { minLength: 40, maxLength: 40 }),
      fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 8 }),
      fc.constantFrom('', '', '\n"a quote that nobody closes'),
      async (rows, parts, order, deaths, damage) => {
        const file = [HEADER, ...rows].join('\n') + damage;
        const calm = memoryStore();
        const still = join(await opened(calm, file));
        await done(still.ingestBatch(OFFICE, { id: BATCH }));

        const store = memoryStore();
        const ports = await opened(store, file);
        const platform = join({ ...ports, store: mortal(store, [...deaths]) });
        const tried = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
          for (;;)
            try {
              return await work();
            } catch (error) {
              if (!(error instanceof Killed)) throw error;
            }
        };
        await tried(() => done(platform.planBatch(OFFICE, { id: BATCH, parts })));
        const left = new Set(Array.from({ length: parts }, (_, part) => part));
        for (let turn = 0; left.size > 0; turn += 1) {
          const part = [...left][(order[turn % order.length] ?? 0) % left.size] ?? 0;
          const { finished } = await tried(() =>
            done(platform.ingestPart(OFFICE, { id: BATCH, part, stopAt: NOW })),
          );
          if (finished) left.delete(part);
        }
        await tried(() => done(platform.finishBatch(OFFICE, { id: BATCH })));
        expect(await everythingIn(store)).toEqual(await everythingIn(calm));
      },
    ),
    { numRuns: 120 },
  );
});

test('parts that run at the same moment, twice each, store what one run stores', async () => {
  const rows = Array.from(
    { length: 300 },
    (_, index) =>
      `${[FIRM, OTHER_FIRM, THIRD][index % 3]},荣誉${index % 50},市级,2024-05-0${1 + (index % 9)},`,
  );
  const file = [HEADER, ...rows].join('\n');
  const calm = memoryStore();
  await done(join(await opened(calm, file)).ingestBatch(OFFICE, { id: BATCH }));
  const store = memoryStore();
  const platform = join(await opened(store, file));
  await done(platform.planBatch(OFFICE, { id: BATCH, parts: 4 }));
  const run = async (part: number) => {
    let finished = false;
    while (!finished)
      finished = (await done(platform.ingestPart(OFFICE, { id: BATCH, part }))).finished;
  };
  await Promise.all([0, 1, 2, 3, 3, 2, 1, 0].map(run));
  await done(platform.finishBatch(OFFICE, { id: BATCH }));
  expect(await everythingIn(store)).toEqual(await everythingIn(calm));
});
