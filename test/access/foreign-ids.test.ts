import { beforeAll, expect, test } from 'vitest';
import type { Principal } from '#domain/principal';
import { accept } from '#domain/refusal';
import { createApp } from '#functions/api/app';
import { join } from '#platform/join';
import type { MemoryStore } from '#test/support/memory-store';
import { aBank, aDepartment, aFirm } from '#test/support/principals';
import { slicePorts } from '#test/support/slice';
import { problemOf } from '../functions/api/a-door.ts';
import { requests } from './requests.ts';
import { aWorld, FOREIGN, OWN, personIn } from './world.ts';

let world: MemoryStore;
beforeAll(async () => {
  world = await aWorld();
});

const OWNER: Principal = { ...aFirm(OWN.code), id: personIn('firm.owner') };

/** One's own terms, sent to an id under which another organisation keeps something. */
const takenIds: readonly (readonly [string, Principal, string])[] = [
  ['submitNeed', OWNER, '/v1/needs/need_foreign'],
  ['fileCase', OWNER, '/v1/cases/case_foreign'],
  ['putProduct', aBank('bank.product_manager', OWN.bank), '/v1/products/product_foreign'],
  ['putBatch', aDepartment(OWN.supplier), '/v1/batches/batch_foreign-enterprise-registration'],
];

test.each(takenIds)(
  '%s under another organisation’s id says so, tells nothing of it and changes nothing',
  async (operation, asker, path) => {
    const store = world.copy();
    const app = createApp(join(slicePorts(store)), { authenticate: async () => accept(asker) });
    const { body } = requests[operation]?.(OWN) ?? {};
    const response = await app.request(path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(409);
    const told = await problemOf(response);
    expect(told.code).toBe('id_taken');
    expect(JSON.stringify(told)).not.toContain(FOREIGN.code);
    expect(store.events.length).toBe(world.events.length);
  },
);

test('a bank cannot make another bank’s product its own by writing its own name into it', async () => {
  const store = world.copy();
  const platform = join(slicePorts(store));
  const kept = await store.get('product', 'product_foreign');
  if (!kept) throw new Error('the world has it');
  const mine = { ...kept.value, bank: { id: 'bank_gusu', name: '姑苏银行' } } as const;
  const asked = await platform.putProduct(aBank('bank.product_manager'), { product: mine });
  expect(asked).toMatchObject({ ok: false, refusal: { code: 'id_taken' } });
  expect(await store.get('product', 'product_foreign')).toEqual(kept);
});

test('a firm reads its own entry in a list with its grounds, and of the others only that they are there', async () => {
  const platform = join(slicePorts(world.copy()));
  const firm = aFirm(OWN.code);
  const own = await platform.readListing(firm, OWN.code);
  expect(own).toMatchObject({ ok: true, value: { listed: true, grounds: expect.any(Array) } });
  const page = await platform.readListings(firm, { whitelist: 'whitelist_own', limit: 10 });
  if (!page.ok) throw new Error(page.refusal.code);
  expect(page.value.items.length).toBeGreaterThan(0);
  for (const entry of page.value.items)
    expect(Object.keys(entry).toSorted()).toEqual(['code', 'listed', 'name', 'whitelist']);
});
