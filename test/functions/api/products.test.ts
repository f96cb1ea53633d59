import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Principal } from '#domain/principal';
import { PUBLIC } from '#domain/principal';
import { accept } from '#domain/refusal';
import { createApp } from '#functions/api/app';
import { join } from '#platform/join';
import { CODE } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { aBank, aFirm, anOfficer } from '#test/support/principals';
import { problemOf, productBody } from './a-door.ts';

const P = '/v1/products/product_quick';
const V = '/v1/product-versions/product_quick';
const seller = aBank('bank.product_manager');
const rival = aBank('bank.product_manager', 'bank_wuzhong');
const clerk = anOfficer('office.data');
const approver = anOfficer('office.approver');

/** One door, at which different people ask. */
function aMarket() {
  const platform = join(memoryPorts().ports);
  const ask = (asker: Principal, path: string, init?: RequestInit) =>
    createApp(platform, { authenticate: async () => accept(asker) }).request(path, init);
  const put = (asker: Principal, path: string, body: object = {}) =>
    ask(asker, path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const idsAt = async (asker: Principal, path: string) => {
    const page = z.object({ items: z.array(z.object({ id: z.string(), version: z.number() })) });
    return page
      .parse(await (await ask(asker, path)).json())
      .items.map(({ id, version }) => `${id}.${version}`);
  };
  return { ask, put, idsAt };
}

test('what a bank drafts is seen by it and by the office until it is listed', async () => {
  const { ask, put, idsAt } = aMarket();
  await put(seller, P, productBody());
  for (const [asker, status] of [
    [seller, 200],
    [clerk, 200],
    [rival, 404],
    [aFirm(CODE), 404],
    [PUBLIC, 404],
  ] as const)
    expect((await ask(asker, `${V}.1`)).status, asker.organisation).toBe(status);
  expect((await ask(seller, P)).status).toBe(404);
  expect(await idsAt(rival, `${P}/versions`)).toEqual([]);
  expect(await idsAt(seller, `${P}/versions`)).toEqual(['product_quick.1']);
  expect(await idsAt(seller, '/v1/product-drafts')).toEqual(['product_quick.1']);
  expect(await idsAt(clerk, '/v1/product-drafts')).toEqual(['product_quick.1']);
  expect(await idsAt(rival, '/v1/product-drafts')).toEqual([]);
  expect((await ask(rival, '/v1/product-drafts?bank=bank_gusu')).status).toBe(404);
  await put(clerk, `${V}.1/check`);
  expect((await put(approver, `${V}.1/publication`)).status).toBe(200);
  expect((await ask(PUBLIC, P)).status).toBe(200);
  expect(await idsAt(PUBLIC, '/v1/products')).toEqual(['product_quick.1']);
  expect(await idsAt(clerk, '/v1/product-drafts')).toEqual([]);
});

test('everybody sees what became of a listed version, its bank and the office who did it and why', async () => {
  const { ask, put } = aMarket();
  await put(seller, P, productBody());
  await put(clerk, `${V}.1/check`);
  await put(approver, `${V}.1/publication`);
  await put(approver, `${V}.1/suspension`, { note: '利率公示有误' });
  const steps = z.object({ steps: z.array(z.record(z.string(), z.string())) });
  const seen = async (asker: Principal) =>
    steps.parse(await (await ask(asker, `${V}.1`)).json()).steps.at(-1);
  expect(Object.keys((await seen(PUBLIC)) ?? {})).toEqual(['move', 'side', 'at']);
  expect(await seen(rival)).not.toHaveProperty('note');
  expect(await seen(seller)).toMatchObject({
    note: '利率公示有误',
    by: 'office/city/officer-office.approver',
  });
});

test('a version that a need has seen stays as it was when another takes its place', async () => {
  const { ask, put, idsAt } = aMarket();
  for (const [version, name] of ['一号', '二号'].entries()) {
    await put(seller, P, productBody({ name }));
    await put(clerk, `${V}.${version + 1}/check`);
    await put(approver, `${V}.${version + 1}/publication`);
  }
  expect(await (await ask(PUBLIC, `${V}.1`)).json()).toMatchObject({
    name: '一号',
    status: 'delisted',
  });
  expect(await (await ask(PUBLIC, P)).json()).toMatchObject({ name: '二号', version: 2 });
  expect(await idsAt(PUBLIC, `${P}/versions`)).toEqual(['product_quick.2', 'product_quick.1']);
  expect(await idsAt(PUBLIC, `${P}/versions?limit=1`)).toEqual(['product_quick.2']);
});

/** Each line mends the fault of the line above. */
test.each<[string, Principal, string, object, string | undefined]>([
  ['a bank checks its own', seller, 'check', {}, 'forbidden'],
  ['a rival delists it', rival, 'delisting', {}, 'not_found'],
  ['the office lists what nobody has checked', approver, 'publication', {}, 'product_status_wrong'],
  ['the office returns it without a word', clerk, 'return', {}, 'required'],
  ['a note of another shape', clerk, 'return', { note: 1 }, 'wrong_type'],
  ['a field that is none', clerk, 'return', { why: '期限' }, 'unknown_field'],
  ['the office returns it', clerk, 'return', { note: '期限有误' }, undefined],
  ['its bank gives it up', seller, 'delisting', {}, undefined],
])('%s', async (_, asker, place, body, expected) => {
  const { put } = aMarket();
  await put(seller, P, productBody());
  const response = await put(asker, `${V}.1/${place}`, body);
  expect(response.ok ? undefined : (await problemOf(response)).code).toBe(expected);
});
