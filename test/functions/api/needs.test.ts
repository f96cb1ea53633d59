import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { accept } from '#domain/refusal';
import { createApp } from '#functions/api/app';
import { shapes } from '#functions/api/shapes/shapes';
import { aProduct, CODE } from '#test/support/builders';
import { aBank } from '#test/support/principals';
import { aDoor, needBody, problemOf } from './a-door.ts';

const path = '/v1/needs/need_one';
const edition = (version: number) => ({ 'if-match': `"v${version}"` });

const pageSchema = z.object({
  items: z.array(z.looseObject({ id: z.string() })),
  next: z.string().optional(),
});
const pageIn = async (answer: Response | Promise<Response>) =>
  pageSchema.parse(await (await answer).json());

let door: Awaited<ReturnType<typeof aDoor>>;
beforeEach(async () => {
  door = await aDoor();
  await door.keep({ kind: 'product', value: aProduct() });
});

const whole = {
  purposeDetail: '采购钢材\n支付货款',
  repayment: 'bullet',
  rateCeiling: 500,
  expectedOn: '2026-04-01',
  district: '320594',
  declared: { existingLoans: 100, existingLenders: 1, firstTimeBorrower: false },
  audience: { to: 'banks', banks: ['bank_gusu'] },
  visibility: 'anonymous',
  discloses: ['tax', 'score'],
  attachments: [{ kind: 'contracts', name: '合同.pdf', digest: 'ab'.repeat(32) }],
};

test('a need that says everything comes back as it was sent, and as the document says', async () => {
  const body = { ...needBody(), ...whole };
  const posted = await door.put(path, body);
  expect([posted.status, posted.headers.get('etag')]).toEqual([201, '"v1"']);
  const read = await door.get(path);
  const value = await read.json();
  expect(value).toMatchObject({ ...body, id: 'need_one', edition: 1, status: 'open' });
  expect(shapes['Need']?.safeParse(value).success).toBe(true);
});

test('a need that does not say to whom goes to all, and to none by name', async () => {
  const { audience: _, visibility: __, ...body } = needBody();
  expect((await door.put(path, body)).status).toBe(201);
  expect(await (await door.get(path)).json()).toMatchObject({
    audience: { to: 'all' },
    visibility: 'anonymous',
  });
});

test('with If-Match other terms are an edition; without, another need', async () => {
  await door.put(path, needBody());
  const other = { ...needBody(), term: 24 };
  expect((await problemOf(await door.put(path, other))).code).toBe('need_differs');
  const edited = await door.put(path, other, edition(1));
  expect([edited.status, edited.headers.get('etag')]).toEqual([200, '"v2"']);
  const again = await door.put(path, other, edition(1));
  expect([again.status, again.headers.get('etag')]).toEqual([200, '"v2"']);
  const late = await door.put(path, { ...other, term: 36 }, edition(1));
  expect([late.status, (await problemOf(late)).code]).toEqual([412, 'version_differs']);
  expect((await door.put(path, { ...other, term: 36 }, { 'if-match': '*' })).status).toBe(200);
  const nothing = await door.put('/v1/needs/need_none', needBody(), { 'if-match': '*' });
  expect(nothing.status).toBe(412);
});

test('the editions come page by page, first to last, as the document says', async () => {
  await door.put(path, needBody());
  await door.put(path, { ...needBody(), term: 24 }, edition(1));
  const first = await pageIn(door.get(`${path}/editions?limit=1`));
  expect(first.items).toMatchObject([{ edition: 1, term: 12 }]);
  const rest = await pageIn(door.get(`${path}/editions?limit=1&cursor=${first.next}`));
  expect(rest.items).toMatchObject([{ edition: 2, term: 24 }]);
  for (const item of [...first.items, ...rest.items])
    expect(shapes['NeedEdition']?.safeParse(item).success).toBe(true);
  expect((await door.get('/v1/needs/need_none/editions')).status).toBe(404);
});

test('a bank reads of an anonymous need what the document says, and no code', async () => {
  await door.put(path, { ...needBody(), ...whole });
  const app = createApp(door.platform, { authenticate: async () => accept(aBank()) });
  const value = await (await app.request(path)).json();
  expect(JSON.stringify(value)).not.toContain(CODE);
  expect(value).toMatchObject({ visibility: 'anonymous', district: '3205' });
  expect(shapes['SeenNeed']?.safeParse(value).success).toBe(true);
  expect(shapes['Need']?.safeParse(value).success).toBe(false);
  const listed = await pageIn(app.request('/v1/needs'));
  expect(listed.items).toEqual([value]);
});

/** What the schema refuses and what the domain refuses, each by its field. */
test.each<[object, number, string, string]>([
  [{ purpose: 'wealth_products' }, 422, 'purpose_unlawful', 'purpose'],
  [{ purposeDetail: '炒股' }, 422, 'purpose_unlawful', 'purposeDetail'],
  [{ purposeDetail: '' }, 422, 'required', 'purposeDetail'],
  [{ guarantees: ['pledge'] }, 422, 'not_in_list', 'guarantees.0'],
  [{ audience: { to: 'nobody' } }, 422, 'not_in_list', 'audience.to'],
  [{ audience: { to: 'banks', banks: [] } }, 422, 'required', 'audience.banks'],
  [
    { audience: { to: 'banks', banks: ['bank_none'] } },
    409,
    'audience_not_listed',
    'audience.banks.0',
  ],
  [
    { declared: { firstTimeBorrower: true, existingLoans: 5 } },
    422,
    'contradiction',
    'declared.existingLoans',
  ],
  [{ discloses: ['tax', 'tax'] }, 422, 'repeated', 'discloses[1]'],
  [{ consents: ['consent_none'] }, 409, 'need_consent_unknown', 'consents.0'],
  [
    { attachments: [{ kind: 'contracts', name: 'a', digest: 'AB' }] },
    422,
    'not_in_list',
    'attachments.0.digest',
  ],
  [{ expectedOn: '2026-03-01' }, 422, 'out_of_range', 'expectedOn'],
])('%j: %s %s %s', async (told, status, code, field) => {
  const problem = await problemOf(await door.put(path, { ...needBody(), ...told }));
  expect([problem.status, problem.code, problem.errors[0]?.field]).toEqual([status, code, field]);
  expect(problem.detail).not.toBe('');
});

test('a list is narrowed by what is asked for, and page by page loses nothing', async () => {
  const purposes = ['orders', 'wages', 'orders', 'orders'];
  for (const [index, purpose] of purposes.entries())
    await door.put(`/v1/needs/need_${index}`, {
      ...needBody(),
      purpose,
      principal: (index + 1) * 1_000_000,
    });
  await door.put('/v1/needs/need_2/withdrawal');
  const met = async (query: string) => {
    const ids: string[] = [];
    let next = '';
    do {
      const page = await pageIn(door.get(`/v1/needs?limit=1&${query}${next}`));
      ids.push(...page.items.map(({ id }) => id));
      next = page.next === undefined ? '' : `&cursor=${page.next}`;
    } while (next !== '');
    return ids;
  };
  expect(await met('purpose=orders')).toEqual(['need_0', 'need_2', 'need_3']);
  expect(await met('purpose=orders&open=true')).toEqual(['need_0', 'need_3']);
  expect(await met('open=false')).toEqual(['need_2']);
  expect(await met('minPrincipal=2000000&maxPrincipal=3000000')).toEqual(['need_1', 'need_2']);
  for (const [query, code] of [
    ['purpose=securities', 'not_in_list'],
    ['open=maybe', 'not_in_list'],
    ['minPrincipal=-1', 'not_in_list'],
    ['minPrincipal=0', 'out_of_range'],
    ['district=320594', 'unknown_field'],
  ] as const)
    expect([query, (await problemOf(await door.get(`/v1/needs?${query}`))).code]).toEqual([
      query,
      code,
    ]);
});
