import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { availableEngines } from '#adapters/dynamodb/engine';
import { date, endOf, type Instant } from '#domain/time';
import { aPastScore } from '#test/support/a-past-score';
import { CODE, instant } from '#test/support/builders';
import { engineStore } from '#test/support/engine-store';
import { memoryStore } from '#test/support/memory-store';
import { codeOf } from '#test/support/numbered-firms';
import type { Store } from '#usecases/ports';

const days = ['2025-12-31', '2026-01-01', '2026-01-02', '2026-03-02', '2026-03-03'];
const told = days.map((day) => instant(`${day}T01:00:00.000Z`));
const newestFirst = told.toReversed();

describe.each([
  {
    name: 'memory',
    open: async () => ({ store: memoryStore() as Store, stop: async () => {} }),
  },
  ...availableEngines().map((engine) => ({ name: engine, open: () => engineStore(engine) })),
])('the past scores of a firm over $name', ({ open }) => {
  let store: Store;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ store, stop } = await open());
    // In no order; and a firm whose code lies right behind.
    for (const scoredAt of told.toSorted((a, b) => (a.slice(8) < b.slice(8) ? -1 : 1)))
      for (const code of [codeOf(1), codeOf(2)])
        await store.commit({
          changes: [{ kind: 'pastScore', value: aPastScore(code, scoredAt), expected: 0 }],
          events: [],
        });
  });
  afterAll(() => stop());

  const page = async (limit: number, after?: string) => {
    const { items, next } = await store.list('pastScoresOf', codeOf(1), {
      limit,
      ...(after !== undefined && { after }),
    });
    return { at: items.map(({ value }) => value.scoredAt), next, items };
  };

  test('come back as they were kept, the newest first, those of no other firm', async () => {
    const { items, next } = await page(10);
    expect(items).toEqual(
      newestFirst.map((scoredAt) => ({ value: aPastScore(codeOf(1), scoredAt), version: 1 })),
    );
    expect(next).toBeUndefined();
    expect((await store.list('pastScoresOf', CODE, { limit: 10 })).items).toEqual([]);
  });

  test('a cursor names the last score of its page, whatever the length of pages', async () => {
    for (const limit of [1, 2, 3, 4, 5]) {
      const seen: Instant[] = [];
      let after: string | undefined;
      do {
        const { at, next } = await page(limit, after);
        expect(at.length).toBeLessThanOrEqual(limit);
        seen.push(...at);
        if (next !== undefined) expect(next).toBe(at.at(-1));
        after = next;
      } while (after !== undefined);
      expect(seen).toEqual(newestFirst);
    }
  });

  test('a cursor that no score has finds what was told before it', async () => {
    const lastBefore = async (after: string) => (await page(1, after)).at[0];
    expect(await lastBefore(endOf(date('2026-03-01')))).toBe(told[2]);
    expect(await lastBefore(endOf(date('2026-03-02')))).toBe(told[3]);
    expect(await lastBefore(endOf(date('2030-01-01')))).toBe(told[4]);
    expect(await lastBefore(endOf(date('2025-12-30')))).toBeUndefined();
    // Its own instant is not before a score.
    expect(await lastBefore('2025-12-31T01:00:00.000Z')).toBeUndefined();
  });

  test('any instant as a cursor parts the scores into those before it and the others', async () => {
    const at = fc
      .date({ min: new Date('2025-12-30'), max: new Date('2026-03-05'), noInvalidDate: true })
      .map((day) => instant(day.toISOString()));
    await fc.assert(
      fc.asyncProperty(at, async (after) => {
        expect((await page(10, after)).at).toEqual(newestFirst.filter((one) => one < after));
      }),
      { numRuns: 25 },
    );
  });
});
