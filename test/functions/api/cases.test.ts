import { expect, test } from 'vitest';
import * as z from 'zod';
import { recordId } from '#domain/credit/record';
import { shapes } from '#functions/api/shapes/shapes';
import { CODE } from '#test/support/builders';
import { aDoor, problemOf } from './a-door.ts';

const C = '/v1/cases/case_one';
const row = {
  code: CODE,
  document_number: '1号',
  category: '罚款',
  fine_amount: '5',
  decided_on: '2025-11-03',
  authority: '市监局',
};
const record = recordId('administrative-penalty', CODE, '1号|市监局');
const repair = (told: object = {}) => ({
  kind: 'repair',
  code: CODE,
  record,
  statement: '罚款已缴清。\n请予修复。',
  evidence: [{ name: '缴款书', proves: '罚款已缴清' }],
  promised: true,
  ...told,
});
const because = (code: string) => ({ reasons: [{ code }] });
const acceptance = { accepted: true, ...because('papers_complete') };
const granted = { outcome: 'granted', ...because('conditions_met') };

async function fined() {
  const door = await aDoor();
  await door.put('/v1/batches/batch_one', {
    catalogue: 'administrative-penalty',
    supplier: 'supplier_market',
    rows: [row],
  });
  return door;
}

const caseOf = async (response: Response) =>
  (shapes.Case ?? z.never()).parse(await response.json());

test('a case is filed once, moved, and read in the shape of the document', async () => {
  const { put, get } = await fined();
  const first = await put(C, repair());
  expect([first.status, first.headers.get('location')]).toEqual([201, C]);
  expect((await put(C, repair())).status).toBe(200);
  const filed = await caseOf(first);
  expect(filed).toMatchObject({ status: 'filed', acceptBy: '2026-03-05', decideBy: '2026-03-10' });
  for (const list of ['/v1/cases', `/v1/enterprises/${CODE}/cases`])
    expect(await (await get(list)).json()).toEqual({ items: [filed] });
  const steps = [
    ['acceptance', acceptance, { status: 'accepted' }],
    ['extension', because('case_complex'), { status: 'accepted', decideBy: '2026-03-19' }],
    ['decision', granted, { status: 'granted' }],
  ] as const;
  for (const [step, body, expected] of steps) {
    const once = await caseOf(await put(`${C}/${step}`, body));
    expect(once).toMatchObject(expected);
    expect(await caseOf(await put(`${C}/${step}`, body))).toEqual(once);
    expect(await caseOf(await get(C))).toEqual(once);
  }
  expect(await (await get('/v1/cases')).json()).toEqual({ items: [] });
});

test('what is granted is gone from the records of the firm', async () => {
  const { put, get } = await fined();
  const records = async () => (await get(`/v1/enterprises/${CODE}/records`)).json();
  expect(await records()).toMatchObject({ items: [{ id: record }] });
  await put(C, repair());
  await put(`${C}/acceptance`, acceptance);
  await put(`${C}/decision`, granted);
  expect(await records()).toEqual({ items: [] });
});

test('an objection needs neither papers nor promise', async () => {
  const { put } = await fined();
  const { evidence: _, promised: __, ...objection } = repair({ kind: 'objection' });
  expect(await (await put(C, objection)).json()).toMatchObject({ evidence: [], promised: false });
});

test('a firm steps back, twice as once', async () => {
  const { put } = await fined();
  await put(C, repair());
  const first = await caseOf(await put(`${C}/cancellation`));
  expect(first).toMatchObject({ status: 'cancelled', decided: { reasons: [] } });
  expect(await caseOf(await put(`${C}/cancellation`))).toEqual(first);
  const late = await put(`${C}/acceptance`, acceptance);
  expect([late.status, (await problemOf(late)).code]).toEqual([409, 'case_not_filed']);
});

test.each([
  ['a kind that there is not', { kind: 'appeal' }, 422, 'not_in_list'],
  ['no record id', { record: 'honour' }, 400, 'id_wrong'],
  ['nothing to say', { statement: ' ' }, 422, 'required'],
  ['too much to say', { statement: '长'.repeat(2001) }, 422, 'too_long'],
  [
    'a digest that is none',
    { evidence: [{ name: 'a', proves: 'b', digest: 'c' }] },
    422,
    'not_in_list',
  ],
  ['a field that there is not', { status: 'granted' }, 422, 'unknown_field'],
  ['a record that there is not', { record: `honour/${CODE}/a` }, 404, 'not_found'],
  ['no promise', { promised: false }, 422, 'promise_required'],
  ['no papers', { evidence: [] }, 422, 'evidence_required'],
])('a repair with %s is refused', async (_, told, status, code) => {
  const { put } = await fined();
  const response = await put(C, repair(told));
  expect([response.status, (await problemOf(response)).code]).toEqual([status, code]);
});

test.each([
  ['acceptance', { accepted: 'yes', ...because('papers_complete') }, 422, 'wrong_type'],
  ['acceptance', { accepted: false, ...because('papers_complete') }, 422, 'not_in_list'],
  ['acceptance', { accepted: true, reasons: [] }, 422, 'required'],
  ['extension', because('case_complex'), 409, 'case_not_accepted'],
  ['decision', granted, 409, 'case_not_accepted'],
  ['decision', { outcome: 'declined', ...because('conditions_met') }, 422, 'not_in_list'],
  ['cancellation', { why: 'tired' }, 422, 'unknown_field'],
])('an %s of %j is refused', async (step, body, status, code) => {
  const { put } = await fined();
  await put(C, repair());
  const response = await put(`${C}/${step}`, body);
  expect([response.status, (await problemOf(response)).code]).toEqual([status, code]);
  const absent = await put(`/v1/cases/case_absent/${step}`, step === 'cancellation' ? {} : body);
  expect([404, 422]).toContain(absent.status);
});

test('the cursor of another list is refused, and a page follows the one before it', async () => {
  const { put, get } = await fined();
  await put(C, repair());
  await put('/v1/cases/case_two', repair({ kind: 'objection' }));
  for (const list of ['/v1/cases', `/v1/enterprises/${CODE}/cases`]) {
    const { items, next } = z
      .object({ items: z.array(z.unknown()), next: z.string() })
      .parse(await (await get(`${list}?limit=1`)).json());
    const rest = await (await get(`${list}?limit=1&cursor=${next}`)).json();
    expect([
      items.length,
      z.object({ items: z.array(z.unknown()) }).parse(rest).items.length,
    ]).toEqual([1, 1]);
  }
  const strange = Buffer.from('product_a').toString('base64url');
  expect((await get(`/v1/cases?cursor=${strange}`)).status).toBe(400);
});
