import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCharacter } from '#domain/enterprise/unified-code';
import { join } from '#platform/join';
import { anEnterprise, aRule, aScore, unifiedCode } from '#test/support/builders';
import { memoryStore } from '#test/support/memory-store';
import { done, OFFICE, slicePorts } from '#test/support/slice';
import type { Commit, Store } from '#usecases/ports';

/*
 * A list is drafted while stretches come twice, late, and are cut off between their commits: in the end every
 * firm has one entry, and the counts are those of a calm day.
 */

const FIRMS = 2_300;
const ID = 'whitelist_storm';

const codeOf = (index: number) => {
  const body = `91320508MA${String(index).padStart(7, '0')}`;
  return unifiedCode(body + checkCharacter(body));
};

async function aCity(): Promise<Store & { events: readonly { type: string; after?: string }[] }> {
  const store = memoryStore();
  for (let start = 0; start < FIRMS; start += 50)
    await store.commit({
      changes: Array.from({ length: Math.min(50, FIRMS - start) }, (_, offset) => {
        const code = codeOf(start + offset);
        return [
          { kind: 'enterprise' as const, value: anEnterprise({ code }), expected: 0 },
          {
            kind: 'score' as const,
            value: aScore({ code, points: 400 + ((start + offset) % 500) }),
            expected: 0,
          },
        ];
      }).flat(),
      events: [],
    });
  return store;
}

test('drafted through any storm, a list has one entry a firm and the counts of a calm day', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('calm', 'calm', 'calm', 'fails', 'lost'), { maxLength: 40 }),
      fc.boolean(),
      async (days, twice) => {
        const store = await aCity();
        const weather = [...days];
        const stormy: Store = {
          ...store,
          commit: async (commit: Commit) => {
            const day = weather.shift() ?? 'calm';
            if (day === 'fails') throw new Error('gone');
            const result = await store.commit(commit);
            if (day === 'lost') throw new Error('gone');
            return result;
          },
        };
        const calm = join(slicePorts(store));
        await done(
          calm.requestWhitelist(OFFICE, { id: ID, name: '名单', rule: aRule({ minPoints: 700 }) }),
        );
        const platform = join(slicePorts(stormy));
        for (let told = 0, tried = 0; told < store.events.length && tried < 200; tried += 1) {
          const event = store.events[told];
          if (event?.type !== 'whitelist_drafting') {
            told += 1;
            continue;
          }
          const stretch = () =>
            platform.draftWhitelist(OFFICE, { id: ID, after: event.after ?? '' });
          const answers = await Promise.allSettled(twice ? [stretch(), stretch()] : [stretch()]);
          if (answers.every(({ status }) => status === 'fulfilled')) told += 1;
        }
        const list = (await store.get('whitelist', ID))?.value;
        expect(list).toMatchObject({ status: 'draft', considered: FIRMS });
        let entries = 0;
        let listed = 0;
        let after: string | undefined;
        do {
          const page = await store.list('listings', ID, {
            limit: 500,
            ...(after !== undefined && { after }),
          });
          entries += page.items.length;
          listed += page.items.filter(({ value }) => value.listed).length;
          after = page.next;
        } while (after !== undefined);
        expect({ entries, listed }).toEqual({ entries: FIRMS, listed: list?.listed });
      },
    ),
    { numRuns: 6 },
  );
});
