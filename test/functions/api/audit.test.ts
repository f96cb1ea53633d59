import { expect, test } from 'vitest';
import * as z from 'zod';
import { shapes } from '#functions/api/shapes/shapes';
import { anOfficer } from '#test/support/principals';
import { aDoor, problemOf, productBody } from './a-door.ts';

const PRODUCT = '/v1/products/product_one';
const STREAM = '/v1/audit?stream=productVersion/product_one';

test('who decided what is read page by page, in the shape of the document', async () => {
  const { put, get } = await aDoor();
  for (const name of ['一号', '二号', '三号']) await put(PRODUCT, productBody({ name }));
  const page = z.object({ items: z.array(shapes.AuditEntry ?? z.never()), next: z.string() });
  const first = page.parse(await (await get(`${STREAM}&limit=2`)).json());
  expect(first.items).toMatchObject([
    { seq: 1, changes: [{ kind: 'productVersion', id: 'product_one.1', version: 1 }] },
    {
      seq: 2,
      changes: [
        { id: 'product_one.2', version: 1 },
        { id: 'product_one.1', version: 2 },
      ],
    },
  ]);
  const rest = await get(`${STREAM}&limit=2&cursor=${first.next}`);
  expect(await rest.json()).toMatchObject({ items: [{ seq: 3 }] });
  const verified = await get('/v1/audit/verification');
  expect((shapes.AuditVerification ?? z.never()).parse(await verified.json())).toMatchObject({
    entries: 3,
    streams: 1,
    complete: true,
  });
});

test('the audit is for the auditor of the office alone', async () => {
  for (const [role, status] of [
    ['office.auditor', 200],
    ['office.data', 403],
  ] as const) {
    const { get } = await aDoor(anOfficer(role));
    for (const path of [STREAM, '/v1/audit/verification'])
      expect((await get(path)).status, `${role} ${path}`).toBe(status);
  }
});

test.each([
  { query: '', code: 'required' },
  { query: '?stream=product_one', code: 'id_wrong' },
  { query: `?stream=need/${'x'.repeat(200)}`, code: 'id_wrong' },
  { query: '?stream=need/need_1&cursor=bmVlZF8x', code: 'cursor_wrong' },
])('/v1/audit$query is refused as $code', async ({ query, code }) => {
  const { get } = await aDoor();
  expect(await problemOf(await get(`/v1/audit${query}`))).toMatchObject({ code });
});
