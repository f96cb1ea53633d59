import { expect, test } from 'vitest';
import * as z from 'zod';
import { shapes } from '#functions/api/shapes/shapes';
import { CODE } from '#test/support/builders';
import { OPERATOR } from '#test/support/principals';
import { aDoor, needBody, problemOf, productBody } from './a-door.ts';

const N = '/v1/needs/need_one';
const P = '/v1/products/product_quick';
const W = '/v1/whitelists/whitelist_spring';
const B = '/v1/batches/batch_one';
type Door = Awaited<ReturnType<typeof aDoor>>;
const list = { name: '春季名单', rule: { minPoints: 600 } };
const terms = { catalogue: 'tax-arrears', supplier: 'supplier_tax' };
const rows = [
  { 统一社会信用代码: CODE, 欠税税种: '增值税', 欠税余额: 100, 公告日期: '2026-01-05' },
  { 统一社会信用代码: 'wrong', 欠税税种: '增值税', 欠税余额: 100, 公告日期: '2026-01-05' },
];

test.each([
  [N, needBody()],
  [W, list],
  [B, terms],
  [B, { ...terms, rows }],
])('%s is made once: 201 with its place, then 200 with the same answer', async (path, body) => {
  const { put } = await aDoor();
  const first = await put(path, body);
  const again = await put(path, body);
  expect([first.status, first.headers.get('location')]).toEqual([201, path]);
  expect([again.status, again.headers.get('location')]).toEqual([200, null]);
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  expect(await again.json()).toEqual(await first.json());
});

test.each([
  [N, needBody(), { principal: 1 }, 'need_differs', 'principal'],
  [W, list, { name: '秋季名单' }, 'whitelist_differs', 'name'],
  [B, terms, { supplier: 'supplier_court' }, 'batch_differs', 'supplier'],
])(
  '%s keeps its content: other content is 409 and named',
  async (path, body, other, code, field) => {
    const { put } = await aDoor();
    await put(path, body);
    const response = await put(path, { ...body, ...other });
    const problem = await problemOf(response);
    expect([response.status, problem.code, problem.errors[0]?.field]).toEqual([409, code, field]);
  },
);

test('a product is drafted only upon the version that was seen', async () => {
  const { put, sell, get } = await aDoor();
  const first = await put(P, productBody());
  const place = '/v1/product-versions/product_quick.1';
  expect([first.status, first.headers.get('location')]).toEqual([201, place]);
  const again = await put(P, productBody());
  expect([again.status, again.headers.get('etag')]).toEqual([200, '"v1"']);
  expect(await (await get(place)).json()).toEqual(await again.json());
  await sell('product_quick');
  expect((await get(P)).headers.get('etag')).toBe('"v1"');
  const changed = productBody({ name: '信用快贷二代' });
  expect((await put(P, changed, { 'if-match': '"v2"' })).status).toBe(412);
  expect((await put('/v1/products/product_new', changed, { 'if-match': '*' })).status).toBe(412);
  const done = await put(P, changed, { 'if-match': '"v1"' });
  expect([done.status, done.headers.get('etag')]).toEqual([201, '"v2"']);
  expect((await put(P, productBody(), { 'if-match': '*' })).headers.get('etag')).toBe('"v3"');
  expect(await (await get(P)).json()).toMatchObject({ version: 1, status: 'listed' });
});

test('a body may repeat the id of its path', async () => {
  const { put } = await aDoor();
  expect((await put(N, { ...needBody(), id: 'need_one' })).status).toBe(201);
});

test('rows are decided before the answer, and the refused ones are told', async () => {
  const { put, get } = await aDoor();
  const answer = z
    .object({ batch: z.looseObject({ status: z.string() }), refused: z.array(z.unknown()) })
    .parse(await (await put(B, { ...terms, rows })).json());
  expect([answer.batch.status, answer.refused.length]).toEqual(['completed', 1]);
  const refusals = await (await get(`${B}/refusals`)).json();
  expect(refusals).toEqual({ items: answer.refused });
});

test('an open batch tells where its file goes, a finished one no longer', async () => {
  const { put } = await aDoor();
  const opened = await (await put(B, terms)).json();
  expect(opened).toMatchObject({
    batch: { status: 'awaiting_file' },
    upload: { method: 'PUT', url: expect.stringContaining('batch_one'), expiresInSeconds: 3600 },
  });
  await put(B, { ...terms, rows });
  expect(await (await put(B, terms)).json()).not.toHaveProperty('upload');
});

test('the matches of a need are told by page, those that fit alone where asked', async () => {
  const { put, sell, get } = await aDoor();
  for (const name of ['a', 'b', 'c']) await sell(`product_${name}`);
  await sell('product_d', { purposes: ['green'] });
  await put(N, needBody());
  const asked = async (query: string) =>
    z
      .object({
        counts: z.object({ yes: z.number() }),
        products: z.array(z.unknown()),
        next: z.string().optional(),
      })
      .parse(await (await get(`${N}/matches${query}`)).json());
  expect((await asked('')).products).toHaveLength(4);
  const first = await asked('?verdict=yes&limit=2');
  expect([first.counts.yes, first.products.length]).toEqual([3, 2]);
  const rest = await asked(`?verdict=yes&limit=2&cursor=${first.next}`);
  expect([rest.products.length, rest.next]).toEqual([1, undefined]);
  expect((await asked('?verdict=no')).products).toHaveLength(1);
});

test.each([
  [
    'its product has gone',
    '',
    ({ put }: Door) => put('/v1/product-versions/product_a.1/delisting', { note: '停办' }),
  ],
  ['a filter was left out', '&verdict=yes', async () => undefined],
])('a page of matches does not follow one before which %s', async (_, query, move) => {
  const door = await aDoor();
  const { put, sell, get } = door;
  for (const name of ['a', 'b', 'c']) await sell(`product_${name}`);
  await sell('product_d', { purposes: ['green'] });
  await put(N, needBody());
  const first = await get(`${N}/matches?limit=1${query}`);
  const { next } = z.object({ next: z.string() }).parse(await first.json());
  expect((await get(`${N}/matches?limit=1${query}&cursor=${next}`)).status).toBe(200);
  await move(door);
  const second = await get(`${N}/matches?limit=1&cursor=${next}`);
  expect(second.status).toBe(400);
  expect((await problemOf(second)).errors).toMatchObject([
    {
      code: 'cursor_wrong',
      field: 'cursor',
      expected: 'start again: the matching has moved',
    },
  ]);
});

test('a withdrawal happens once; a list is published only when drafted', async () => {
  const { put } = await aDoor();
  await put(N, needBody());
  expect((await put(`${N}/withdrawal`)).status).toBe(200);
  expect(await (await put(`${N}/withdrawal`)).json()).toMatchObject({ status: 'withdrawn' });
  await put(W, list);
  const early = await put(`${W}/publication`);
  expect([early.status, (await problemOf(early)).code]).toEqual([409, 'whitelist_not_draft']);
});

test('paging sees every item once', async () => {
  const { sell, get } = await aDoor();
  const ids = Array.from({ length: 7 }, (_, index) => `product_p${index}`);
  for (const id of ids) await sell(id);
  const seen: string[] = [];
  let next: string | undefined = '';
  while (next !== undefined) {
    const query: string = next === '' ? '' : `&cursor=${next}`;
    const page = z
      .object({ items: z.array(z.object({ id: z.string() })), next: z.string().optional() })
      .parse(await (await get(`/v1/products?limit=2${query}`)).json());
    seen.push(...page.items.map(({ id }) => id));
    next = page.next;
  }
  expect(seen).toEqual(ids);
});

test.each([
  ['/v1/enterprises', 'EnterpriseProfile'],
  [`/v1/enterprises/${CODE}`, 'EnterpriseProfile'],
  [`/v1/enterprises/${CODE}/score`, 'Score'],
  [`/v1/enterprises/${CODE}/records`, 'CreditRecord'],
  [`/v1/enterprises/${CODE}/needs`, 'Need'],
  ['/v1/products', 'Product'],
  [P, 'Product'],
  [`${P}/versions`, 'ProductVersion'],
  ['/v1/product-versions/product_quick.1', 'ProductVersion'],
  ['/v1/vocabulary', 'Vocabulary'],
  ['/v1/needs', 'Need'],
  [N, 'Need'],
  [`${N}/matches`, 'Matching'],
  [`${N}/question`, 'Question'],
  ['/v1/whitelists', 'Whitelist'],
  [W, 'Whitelist'],
  [`${W}/listings`, 'Listing'],
  ['/v1/batches', 'Batch'],
  [B, 'Batch'],
  [`${B}/refusals`, 'RefusedRow'],
  ['/v1/catalogues', 'Catalogue'],
  ['/v1/catalogues/honour', 'Catalogue'],
  ['/v1/scorecards/current', 'Scorecard'],
])('%s answers in the shape of the document', async (path, name) => {
  const { platform, put, sell, get } = await aDoor();
  await sell('product_quick');
  await put(N, needBody());
  await put(W, list);
  await put(B, { ...terms, rows });
  await platform.draftWhitelist(OPERATOR, { id: 'whitelist_spring', after: '' });
  const response = await get(path);
  expect(response.status).toBe(200);
  const answer: unknown = await response.json();
  const one = shapes[name] ?? z.never();
  const page = z.strictObject({ items: z.array(one).min(1), next: z.string().optional() });
  const isPage = z.looseObject({ items: z.array(z.unknown()) }).safeParse(answer).success;
  expect(
    (isPage && name !== 'Matches' ? page : one).safeParse(answer).error?.issues,
  ).toBeUndefined();
});
