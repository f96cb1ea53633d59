import { expect, test } from 'vitest';
import { accept } from '#domain/refusal';
import { createApp } from '#functions/api/app';
import { aProduct } from '#test/support/builders';
import { OPERATOR } from '#test/support/principals';
import { aDoor, problemOf } from './a-door.ts';

const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

test.each([
  ['/v1/products', {}],
  ['/v1/products', browser],
  ['/v1/nothing', {}],
  ['/v1/products?limit=0', browser],
  ['/', {}],
  ['/docs', {}],
  ['/openapi.json', {}],
])('%s %o is answered behind the fence', async (path, headers) => {
  const { get } = await aDoor();
  const response = await get(path, headers);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/);
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy.includes("style-src 'unsafe-inline'")).toBe(isPage);
  if (isPage) expect(await response.text()).not.toMatch(/<script|<img|<link|https?:\/\//);
});

test('a browser reads the same answer as a page, with nothing unescaped', async () => {
  const { get, keep } = await aDoor();
  await keep({ kind: 'product', value: aProduct({ name: '<b>快贷</b>' }) });
  const page = await get('/v1/products', browser);
  expect(page.headers.get('content-type')).toContain('text/html');
  const text = await page.text();
  expect(text).toContain('&lt;b&gt;快贷&lt;/b&gt;');
  expect(text).toContain('href="/"');
  const plain = await get('/v1/products', { accept: '*/*' });
  expect(plain.headers.get('content-type')).toContain('application/json');
});

test.each([
  [undefined, /[一-鿿]/],
  ['zh-CN,zh;q=0.9,en;q=0.8', /[一-鿿]/],
  ['fr,en-GB;q=0.9,zh;q=0.5', /^[\x20-\x7e]+$/],
  ['en', /^[\x20-\x7e]+$/],
  ['en;q=0,zh', /[一-鿿]/],
])('a refusal for %s is told in that language', async (language, told) => {
  const { get } = await aDoor();
  const headers = language === undefined ? {} : { 'accept-language': language };
  expect((await problemOf(await get('/v1/needs?limit=0', headers))).detail).toMatch(told);
});

test('our own mistake is 500 and tells nothing of itself', async () => {
  const { platform } = await aDoor();
  const failing = {
    ...platform,
    listNeeds: async () => {
      throw new Error('secret');
    },
  };
  const app = createApp(failing, { authenticate: async () => accept(OPERATOR) });
  const response = await app.request('/v1/needs');
  expect(response.status).toBe(500);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const text = await response.text();
  expect(text).toContain('"code":"internal"');
  expect(text).not.toContain('secret');
});

test('HEAD answers as GET does, without the body', async () => {
  const { app } = await aDoor();
  const response = await app.request('/v1/products', { method: 'HEAD' });
  expect([response.status, await response.text()]).toEqual([200, '']);
});
