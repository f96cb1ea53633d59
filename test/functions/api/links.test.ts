import { expect, test } from 'vitest';
import { CODE } from '#test/support/builders';
import { aDoor, needBody } from './a-door.ts';

const browser = { accept: 'text/html' };
const link = (path: string, id: string) => `"<a href="/pages${path}/${id}">${id}</a>"`;

test('every id leads to the page of what it names', async () => {
  const { get, put, sell } = await aDoor();
  await sell('product_one', { name: '<script>alert("product_one")</script>' });
  await put('/v1/needs/need_one', needBody());
  await put('/v1/whitelists/whitelist_one', { name: 'product_two', rule: { minPoints: 1 } });
  await put('/v1/batches/batch_one', { catalogue: 'honour', supplier: 'supplier_a' });
  const matches = await (await get('/v1/needs/need_one/matches', browser)).text();
  expect(matches).toContain(link('/v1/needs', 'need_one'));
  expect(matches).toContain(link('/v1/enterprises', CODE));
  expect(matches).toContain(link('/v1/products', 'product_one'));
  expect(matches).toContain('&lt;script&gt;alert(\\&quot;product_one\\&quot;)&lt;/script&gt;');
  expect(matches).not.toContain('<script');
  const lists = await (await get('/v1/whitelists', browser)).text();
  expect(lists).toContain(link('/v1/whitelists', 'whitelist_one'));
  const batches = await (await get('/v1/batches', browser)).text();
  expect(batches).toContain(link('/v1/batches', 'batch_one'));
  expect(batches).not.toContain('/supplier_a');
});

test('a key of an object and text around an id lead nowhere', async () => {
  const { get, put } = await aDoor();
  const mapping = {
    columns: { need_a: 'title' },
    ignore: ['<a href="x">', 'a need_b', '"need_c"'],
  };
  const terms = { catalogue: 'honour', supplier: 'supplier_a', mapping };
  expect((await put('/v1/batches/batch_one', terms)).status).toBe(201);
  const page = await (await get('/v1/batches/batch_one', browser)).text();
  expect(page.match(/<a href="[^"]*"/g)).toEqual([
    '<a href="/"',
    '<a href="/pages/v1/batches/batch_one"',
  ]);
});
