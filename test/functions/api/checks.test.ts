import { expect, test } from 'vitest';
import * as z from 'zod';
import { LIST_RULE_VERSION, listTypes } from '#domain/credit/lists/list-type';
import { recordId } from '#domain/credit/record';
import { shapes } from '#functions/api/shapes/shapes';
import { CODE } from '#test/support/builders';
import { aDoor, needBody, problemOf } from './a-door.ts';

const B = '/v1/batches/batch_list';
const V = '/v1/verifications/verification_one';
const listing = {
  catalogue: 'dishonest-debtor',
  supplier: 'supplier_court',
  rows: [
    {
      code: CODE,
      case_number: '(2026)苏0508执1号',
      court: '姑苏区人民法院',
      listed_on: '2026-01-10',
    },
  ],
};
const debtor = recordId('dishonest-debtor', CODE, '(2026)苏0508执1号');
const declaration = {
  catalogue: 'self-declared',
  supplier: 'supplier_firm',
  rows: [
    {
      code: CODE,
      kind: '资质',
      title: '高新技术企业',
      happened_on: '2026-01-10',
      promised: '是',
      authorised: '是',
    },
  ],
};
const verification = (record: string, told: object = {}) => ({
  record,
  outcome: 'verified',
  evidence: [{ name: '证书', proves: '证书有效' }],
  reasons: [{ code: 'paper_genuine' }],
  ...told,
});

async function declared() {
  const door = await aDoor();
  await door.put(B, declaration);
  const { items } = z
    .object({ items: z.array(z.object({ id: z.string() })) })
    .parse(await (await door.get(`/v1/enterprises/${CODE}/records`)).json());
  return { ...door, record: items[0]?.id ?? '' };
}

test('a check tells what stands against a firm, as of any day', async () => {
  const { get, put } = await aDoor();
  await put(B, listing);
  const now = await (await get(`/v1/checks/${CODE}`)).json();
  expect(shapes.Check?.safeParse(now).error).toBeUndefined();
  expect(now).toEqual({
    code: CODE,
    asOf: '2026-03-02',
    verdict: 'hard_stop',
    hits: [{ type: 'dishonest_debtor', action: 'hard_stop', record: debtor, since: '2026-01-10' }],
    ruleVersion: LIST_RULE_VERSION,
    known: false,
  });
  expect(await (await get(`/v1/checks/${CODE}?on=2026-01-09`)).json()).toMatchObject({
    verdict: 'clear',
  });
});

test.each([
  ['/v1/checks/123', 422, 'code_wrong_length'],
  [`/v1/checks/${CODE}?on=yesterday`, 422, 'date_wrong'],
  [`/v1/checks/${CODE}?day=2026-01-09`, 422, 'unknown_field'],
])('%s is refused', async (path, status, code) => {
  const response = await (await aDoor()).get(path);
  expect([response.status, (await problemOf(response)).code]).toEqual([status, code]);
});

test('every list is told with what a hit on it means', async () => {
  const answer = await (await (await aDoor()).get('/v1/lists')).json();
  const { items } = z.object({ items: z.array(shapes.ListType ?? z.never()) }).parse(answer);
  expect(items).toEqual(listTypes);
});

test('a need of a firm that is stopped is a conflict', async () => {
  const { put } = await aDoor();
  await put(B, listing);
  const response = await put('/v1/needs/need_one', needBody());
  expect([response.status, (await problemOf(response)).code]).toEqual([
    409,
    'enterprise_hard_stop',
  ]);
});

test('a verification is made once, and read as it was made', async () => {
  const { put, get, record } = await declared();
  const first = await put(V, verification(record));
  expect([first.status, first.headers.get('location')]).toEqual([201, V]);
  expect((await put(V, verification(record))).status).toBe(200);
  const kept = await (await get(V)).json();
  expect(shapes.Verification?.safeParse(kept).error).toBeUndefined();
  expect(kept).toEqual(await first.json());
  const other = await put(V, verification(record, { outcome: 'false' }));
  expect([other.status, (await problemOf(other)).code]).toEqual([409, 'verification_differs']);
});

test.each([
  ['no evidence', { evidence: [] }, 422, 'required'],
  ['no reason', { reasons: [] }, 422, 'required'],
  ['an outcome that there is not', { outcome: 'unverified' }, 422, 'not_in_list'],
  ['no record id', { record: 'honour' }, 400, 'id_wrong'],
  ['a record of no catalogue', { record: `moon/${CODE}/a` }, 400, 'id_wrong'],
  ['a record that there is not', { record: `self-declared/${CODE}/a` }, 404, 'not_found'],
])('a verification with %s is refused', async (_, told, status, code) => {
  const { put, record } = await declared();
  const response = await put(V, verification(record, told));
  expect([response.status, (await problemOf(response)).code]).toEqual([status, code]);
});

test('the office sees what it has to verify, and nobody what was found false', async () => {
  const { put, get, record } = await declared();
  const before = await (await get(`/v1/enterprises/${CODE}/records`)).json();
  expect(before).toMatchObject({ items: [{ id: record, verification: 'unverified' }] });
  const { items } = z.object({ items: z.array(shapes.CreditRecord ?? z.never()) }).parse(before);
  expect(items).toHaveLength(1);
  await put(V, verification(record, { outcome: 'false' }));
  const after = await (await get(`/v1/enterprises/${CODE}/records`)).json();
  expect(after).toEqual({ items: [] });
});
