import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { now } from '#adapters/system/clock';
import { addDays, dateOf } from '#domain/time';
import { needTerms, productTerms, unifiedCode } from '#test/support/builders';
import { type LocalStage, startStage } from '#test/support/local-stage';

/*
 * The whole way on the bundles and the template that are deployed: door, table, stream, pipe, bus, queue,
 * function, table; and file, bucket, default bus, queue, function, table.
 */

let stage: LocalStage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.stop());

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const CODE = '91320594724404238R';
const OTHER_CODE = '9132059413775230XX';

const product = productTerms({ id: 'product_path' });
const need = needTerms({
  id: 'need_path',
  code: unifiedCode(CODE),
  validTo: addDays(dateOf(now()), 90),
});
const registration = {
  code: CODE,
  name: '苏州工业园区繁欣建筑有限公司',
  status: '存续',
  established_on: '2000-11-14',
  industry: 'E4710',
  district: '320594',
};

const bank = () => stage.as('bank/bank_gusu', 'product_manager');
const registrar = () => stage.as('department/supplier_registrar', 'supplier');
const firm = (code = CODE) => stage.as(`firm/${code}`, 'owner');

test('a need that was put is matched behind the door, without anybody asking', async () => {
  await bank().put(`/v1/products/${product.id}`, product);
  const version = `/v1/product-versions/${product.id}.1`;
  await stage.as('office/city', 'data').put(`${version}/check`, {});
  await stage.as('office/city', 'approver').put(`${version}/publication`, {});
  await registrar().put('/v1/batches/batch_path-rows', {
    id: 'batch_path-rows',
    catalogue: 'enterprise-registration',
    supplier: 'supplier_registrar',
    rows: [registration],
  });
  await stage.untilIdle();
  await stage.verify(CODE);
  await firm().put(`/v1/needs/${need.id}`, need);
  await stage.untilIdle();
  const matches = await firm().get(`/v1/needs/${need.id}/matches`);
  expect(matches.status).toBe(200);
  expect(JSON.stringify(matches.body)).toContain(product.id);
  expect((await firm().get(`/v1/enterprises/${CODE}/score`)).status).toBe(200);
});

test('a file that was uploaded is ingested, and its firm is scored', async () => {
  const { upload } = await registrar().put('/v1/batches/batch_path-file', {
    id: 'batch_path-file',
    catalogue: 'enterprise-registration',
    supplier: 'supplier_registrar',
  });
  const header = Object.keys(registration).join(',');
  const row = Object.values({ ...registration, code: OTHER_CODE, name: '苏州另一家有限公司' }).join(
    ',',
  );
  const sent = await fetch(upload.url, { method: 'PUT', body: `${header}\n${row}\n` });
  expect(sent.status).toBe(200);
  await stage.untilIdle();
  expect((await registrar().get('/v1/batches/batch_path-file')).body).toMatchObject({
    status: 'completed',
    counts: { delivered: 1, accepted: 1 },
  });
  expect((await firm(OTHER_CODE).get(`/v1/enterprises/${OTHER_CODE}/score`)).status).toBe(200);
});

test.each([
  ['a body that swells beyond an event of Lambda', new Uint8Array(2_000_000), 413],
  ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 400],
  ['a body beyond the limit of the door', new Uint8Array(12_000_000).fill(0x20), 413],
])('%s is refused, never a fault of ours', async (_, body, status) => {
  const answer = await firm().ask('/v1/needs/need_malformed', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(answer.status).toBe(status);
});

test('what no function could handle: nothing', async () => {
  for (const [name, depth] of Object.entries(stage.local().queueDepths()))
    expect(depth.deadLettered, name).toBe(0);
});

test('after a restart everything is still there, and nothing is done twice', async () => {
  const before = await firm().get(`/v1/needs/${need.id}/matches`);
  await stage.restart();
  await stage.untilIdle();
  expect(await firm().get(`/v1/needs/${need.id}/matches`)).toEqual(before);
});
