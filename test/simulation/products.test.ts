import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProductId } from '#domain/ids';
import { PUBLIC } from '#domain/principal';
import type { ProductStatus } from '#domain/product/product';
import { productDiffers } from '#domain/product/product-differs';
import { type AskedMove, productMoves } from '#domain/product/product-moves';
import {
  isWaiting,
  type ProductStep,
  type ProductVersion,
  productOf,
  versionIdOf,
  wasListed,
} from '#domain/product/product-version';
import { enterMarket } from '#platform/enter-market';
import { join } from '#platform/join';
import { productTerms } from '#test/support/builders';
import { memoryStore } from '#test/support/memory-store';
import { aBank, anOfficer } from '#test/support/principals';
import { done, slicePorts } from '#test/support/slice';
import { listAll } from '#usecases/list-all';
import type { Store } from '#usecases/ports';

const ids: readonly ProductId[] = ['product_a', 'product_b'];
const bank = aBank('bank.product_manager');
const checker = anOfficer('office.data');
const approver = anOfficer('office.approver');
const WEATHER = ['calm', 'calm', 'calm', 'conflict', 'fails', 'answer lost'] as const;

function stormy(store: Store, weather: () => (typeof WEATHER)[number]): Store {
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

type Wish =
  | { readonly does: 'draft'; readonly id: ProductId; readonly name: string }
  | { readonly does: 'enter'; readonly id: ProductId; readonly name: string }
  | {
      readonly does: AskedMove;
      readonly id: ProductId;
      readonly version: number;
      readonly byBank: boolean;
    };

const anyId = fc.constantFrom(...ids);
const anyName = fc.constantFrom('一号', '二号', '三号');
const anyWish: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({ does: fc.constant('draft' as const), id: anyId, name: anyName }),
  fc.record({ does: fc.constant('enter' as const), id: anyId, name: anyName }),
  fc.record({
    does: fc.constantFrom<AskedMove[]>(
      'check',
      'publish',
      'check',
      'publish',
      'return',
      'suspend',
      'resume',
      'delist',
    ),
    id: anyId,
    version: fc.constantFrom(1, 1, 1, 2, 2, 3, 4),
    byBank: fc.boolean(),
  }),
);
/** Those of a round come all at once. */
const anyRounds = fc.array(fc.array(anyWish, { minLength: 1, maxLength: 4 }), { maxLength: 14 });

type Market = ReturnType<typeof join>;

function fulfil(platform: Market, wish: Wish) {
  if (wish.does === 'draft')
    return platform.putProduct(bank, { product: productTerms({ id: wish.id, name: wish.name }) });
  if (wish.does === 'enter')
    return enterMarket(platform, productTerms({ id: wish.id, name: wish.name }), {
      drafts: bank,
      checks: checker,
      publishes: approver,
    });
  const asked = { id: `${wish.id}.${wish.version}` as const, note: '因故' };
  switch (wish.does) {
    case 'check':
      return platform.checkProduct(checker, asked);
    case 'return':
      return platform.returnProduct(checker, asked);
    case 'publish':
      return platform.publishProduct(approver, asked);
    case 'suspend':
      return platform.suspendProduct(wish.byBank ? bank : approver, asked);
    case 'resume':
      return platform.resumeProduct(wish.byBank ? bank : approver, asked);
    case 'delist':
      return platform.delistProduct(wish.byBank ? bank : approver, asked);
  }
}

/** What the steps of a version make of it; undefined where one of them was not lawful. */
const livedThrough = (steps: readonly ProductStep[]): ProductStatus | undefined =>
  steps.reduce<ProductStatus | undefined>((status, { move }) => {
    if (move === 'draft') return status === undefined ? 'draft' : undefined;
    const { from, to } = productMoves[move];
    return from.some((state) => state === status) ? to : undefined;
  }, undefined);

const inMarket = ({ status }: ProductVersion) => status === 'listed' || status === 'suspended';

async function expectLawful(store: Store, platform: Market, said: Map<string, ProductVersion>) {
  const all: ProductVersion[] = [];
  for (const id of ids) {
    const versions = (await listAll(store, 'versionsOfProduct', id)).toReversed();
    all.push(...versions);
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, at) => at + 1));
    expect(versions.filter(inMarket).length).toBeLessThanOrEqual(1);
    expect(versions.slice(0, -1).filter(isWaiting)).toEqual([]);
    for (const version of versions) {
      expect(livedThrough(version.steps), versionIdOf(version)).toBe(version.status);
      const before = said.get(versionIdOf(version)) ?? version;
      expect(productDiffers(before, version)).toBeUndefined();
      said.set(versionIdOf(version), version);
      const told = await platform.readProductVersion(PUBLIC, versionIdOf(version));
      expect(told.ok).toBe(wasListed(version));
    }
    const kept = await store.get('product', id);
    const last = versions.findLast(wasListed);
    expect(kept?.value).toEqual(last && productOf(last));
  }
  const listed = await done(platform.listProducts(PUBLIC, { limit: 10 }));
  expect(listed.items).toEqual(all.filter(inMarket).map(productOf));
  const drafts = await done(platform.listProductDrafts(bank, { limit: 10, bank: 'bank_gusu' }));
  expect(drafts.items).toEqual(all.filter(isWaiting));
  return all;
}

test('whatever banks and office do at once, every version says what it said and one alone is in the market', async () => {
  let published = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...WEATHER), { maxLength: 40 }),
      anyRounds,
      async (days, rounds) => {
        const store = memoryStore();
        const weather = [...days];
        const platform = join(slicePorts(stormy(store, () => weather.shift() ?? 'calm')));
        const said = new Map<string, ProductVersion>();
        for (const round of rounds) {
          await Promise.all(round.map((wish) => fulfil(platform, wish).catch(() => undefined)));
          const all = await expectLawful(store, platform, said);
          published += all.filter(inMarket).length;
        }
      },
    ),
    { numRuns: 150 },
  );
  expect(published, 'the market was no empty one').toBeGreaterThan(50);
});

test('every step is told, and the catalogue moves with the market alone', async () => {
  const store = memoryStore();
  const platform = join(slicePorts(store));
  for (const does of ['draft', 'check', 'publish', 'suspend', 'resume'] as const)
    await done<unknown>(
      fulfil(
        platform,
        does === 'draft'
          ? { does, id: 'product_a', name: '一号' }
          : { does, id: 'product_a', version: 1, byBank: true },
      ),
    );
  expect(
    store.events.map((event) =>
      event.type === 'product_moved' ? `${event.move} ${event.status}` : event.type,
    ),
  ).toEqual([
    'draft draft',
    'check checked',
    'publish listed',
    'suspend suspended',
    'resume listed',
  ]);
  expect(await store.revisions(['products'])).toEqual([3]);
});
