import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProductId } from '#domain/ids';
import { versionIdOf } from '#domain/product/product-version';
import { join } from '#platform/join';
import { productTerms } from '#test/support/builders';
import { memoryStore } from '#test/support/memory-store';
import { anOfficer } from '#test/support/principals';
import { done, OFFICE, slicePorts } from '#test/support/slice';
import type { Store } from '#usecases/ports';

const WEATHER = ['calm', 'calm', 'calm', 'conflict', 'fails', 'answer lost'] as const;
type Weather = (typeof WEATHER)[number];

function stormy(store: Store, weather: () => Weather): Store {
  return {
    ...store,
    commit: async (commit) => {
      const now = weather();
      if (now === 'conflict') return 'conflict';
      if (now === 'fails') throw new Error('gone');
      const result = await store.commit(commit);
      if (now === 'answer lost') throw new Error('gone');
      return result;
    },
  };
}

const ids: readonly ProductId[] = ['product_a', 'product_b'];

test('through any storm every version of what was decided has one entry, and the audit holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...WEATHER), { maxLength: 60 }),
      fc.array(fc.tuple(fc.constantFrom(...ids), fc.integer({ min: 1, max: 6 })), {
        minLength: 1,
        maxLength: 12,
      }),
      async (days, wishes) => {
        const store = memoryStore();
        const weather = [...days];
        const platform = join(slicePorts(stormy(store, () => weather.shift() ?? 'calm')));
        // All at once, each until it is answered.
        await Promise.all(
          wishes.map(async ([id, number]) => {
            const product = productTerms({ id, name: `产品${number}` });
            for (let tried = 0; tried < 90; tried += 1) {
              const answer = await platform.putProduct(OFFICE, { product }).catch(() => undefined);
              if (answer?.ok) return;
            }
            expect(weather, 'nobody is turned away for ever').not.toEqual([]);
          }),
        );
        for (const id of ids) {
          const versions = await store.list('versionsOfProduct', id, { limit: 100 });
          const { items } = await store.list('auditOf', `productVersion/${id}`, { limit: 500 });
          const told = items.flatMap(({ value }) =>
            value.changes.map((change) => `${change.id} ${change.version}`),
          );
          const kept = versions.items.flatMap(({ value, version }) =>
            Array.from({ length: version }, (_, at) => `${versionIdOf(value)} ${at + 1}`),
          );
          expect(told.toSorted()).toEqual(kept.toSorted());
        }
        const verified = await done(platform.verifyAudit(anOfficer('office.auditor'), {}));
        expect(verified.firstBroken).toBeUndefined();
      },
    ),
    { numRuns: 60 },
  );
});
