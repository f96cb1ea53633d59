import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UnifiedCode } from '#domain/ids';
import { join } from '#platform/join';
import { anEnterprise, NOW } from '#test/support/builders';
import { memoryStore } from '#test/support/memory-store';
import { codeOf } from '#test/support/numbered-firms';
import { done, OFFICE, slicePorts } from '#test/support/slice';
import type { CodeRange } from '#usecases/plan-rescoring';
import type { Commit, Store } from '#usecases/ports';

/*
 * However the city is cut into ranges, in whatever order they run, twice or by two at once, and wherever any of them
 * is killed: every firm has the score, to the byte, that it would have by itself, and is told of once.
 */

const register = (store: Store, code: UnifiedCode, status: 'operating' | 'revoked' = 'operating') =>
  store.commit({
    changes: [
      {
        kind: 'enterprise',
        value: anEnterprise({ code, name: `企业${code}`, status }),
        expected: 0,
      },
    ],
    events: [],
  });

async function aCityOf(firms: number) {
  const store = memoryStore();
  const codes = Array.from({ length: firms }, (_, number) => codeOf(number));
  for (const [at, code] of codes.entries())
    await register(store, code, at % 5 === 0 ? 'revoked' : 'operating');
  return { store, codes, platform: join(slicePorts(store)) };
}

async function scoresIn({ store, codes }: Awaited<ReturnType<typeof aCityOf>>) {
  const told = store.events.flatMap((event) =>
    event.type === 'enterprise_scored' ? [event.code] : [],
  );
  return { scores: await store.getMany('score', codes), told: told.sort() };
}

async function scoredOneByOne(firms: number) {
  const city = await aCityOf(firms);
  for (const code of city.codes) await done(city.platform.scoreEnterprise(OFFICE, { code }));
  return scoresIn(city);
}

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

const isIn = (code: string, { after, until }: CodeRange) =>
  code > after && (until === '' || code <= until);

test('ranges hold every firm once, those too that nobody has registered yet', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(60),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 9 }),
      async (count, firms, most) => {
        const { platform, codes } = await aCityOf(count);
        const ranges = await done(platform.planRescoring(OFFICE, { firms, most }));
        expect(ranges.length).toBeLessThanOrEqual(most);
        for (const code of [...codes, codeOf(count + 1), codeOf(9_999_999)])
          expect(ranges.filter((range) => isIn(code, range))).toHaveLength(1);
        const sizes = ranges.map((range) => codes.filter((code) => isIn(code, range)).length);
        if (count <= firms * most)
          for (const size of sizes) expect(size).toBeLessThanOrEqual(Math.max(1, firms * 2));
      },
    ),
    { numRuns: 60 },
  );
});

test('a city of more firms than ranges hold is cut into larger ranges, still even', async () => {
  const { platform, codes } = await aCityOf(200);
  const ranges = await done(platform.planRescoring(OFFICE, { firms: 2, most: 10 }));
  const sizes = ranges.map((range) => codes.filter((code) => isIn(code, range)).length);
  expect(sizes.length).toBeGreaterThan(4);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(32);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(200);
});

test('cut anyhow, in any order, killed anywhere: the scores of one by one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 15 }),
      fc.array(fc.nat(5), { minLength: 20, maxLength: 20 }),
      fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 }),
      async (count, firms, order, deaths) => {
        const city = await aCityOf(count);
        const platform = join(slicePorts(mortal(city.store, [...deaths])));
        const left = [...(await done(platform.planRescoring(OFFICE, { firms })))];
        for (let turn = 0; left.length > 0; turn += 1) {
          const at = (order[turn % order.length] ?? 0) % left.length;
          const range = left[at];
          if (range === undefined) continue;
          try {
            const { after, finished } = await done(
              platform.rescoreRange(OFFICE, { ...range, stopAt: NOW }),
            );
            if (finished) left.splice(at, 1);
            else left[at] = { ...range, after };
          } catch (error) {
            if (!(error instanceof Killed)) throw error;
          }
        }
        expect(await scoresIn(city)).toEqual(await scoredOneByOne(count));
      },
    ),
    { numRuns: 40 },
  );
});

test('two starts at the same moment score what one does', async () => {
  const city = await aCityOf(60);
  const run = async () => {
    const ranges = await done(city.platform.planRescoring(OFFICE, { firms: 7 }));
    await Promise.all(ranges.map((range) => done(city.platform.rescoreRange(OFFICE, range))));
  };
  await Promise.all([run(), run()]);
  expect(await scoresIn(city)).toEqual(await scoredOneByOne(60));
});

test('a range that ends its time goes on where it ended, and one that is done again writes nothing', async () => {
  const city = await aCityOf(1_100);
  const whole = { after: '', until: city.codes[1_049] ?? '' };
  const first = await done(city.platform.rescoreRange(OFFICE, { ...whole, stopAt: NOW }));
  expect(first).toEqual({ after: city.codes[499], scored: 500, finished: false });
  const rest = await done(city.platform.rescoreRange(OFFICE, { ...whole, after: first.after }));
  expect(rest).toEqual({ after: whole.until, scored: 550, finished: true });
  const again = await done(city.platform.rescoreRange(OFFICE, whole));
  expect(again).toMatchObject({ scored: 0, finished: true });
  expect(await city.store.get('score', city.codes[1_050] ?? codeOf(0))).toBeUndefined();
});
