import { afterAll, beforeAll, expect, test } from 'vitest';
import { accept } from '#domain/refusal';
import { createApp } from '#functions/api/app';
import { join } from '#platform/join';
import { engineStore } from '#test/support/engine-store';
import { OPERATOR } from '#test/support/principals';
import { slicePorts } from '#test/support/slice';
import { problemOf } from './a-door.ts';

let engine: Awaited<ReturnType<typeof engineStore>>;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  engine = await engineStore();
  app = createApp(join(slicePorts(engine.store)), { authenticate: async () => accept(OPERATOR) });
});
afterAll(() => engine.stop());

const entries = (count: number, length: number, value: string) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [String(index).padEnd(length, '长'), value]),
  );
const put = (id: string, mapping: object) =>
  app.request(`/v1/batches/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ catalogue: 'honour', supplier: 'supplier_a', mapping }),
  });

test.each([
  ['45,000 columns', { columns: entries(45_000, 5, 'name') }, 'mapping.columns'],
  ['45,000 constants', { constants: entries(45_000, 5, 'x') }, 'mapping.constants'],
  ['45,000 fields respelt', { values: entries(45_000, 5, 'x') }, undefined],
  ['45,000 columns ignored', { ignore: Array(45_000).fill('列') }, 'mapping.ignore'],
  ['45,000 spellings', { values: { level: entries(45_000, 5, '') } }, 'mapping.values.level'],
  ['spellings of 9,000 characters', { values: { level: entries(30, 9_000, '') } }, undefined],
  ['200 long spellings in each field', { values: { level: entries(200, 400, '') } }, 'mapping'],
  ['200 long columns', { ignore: Object.keys(entries(200, 200, '')) }, 'mapping'],
])('%s are refused before the table would', async (_, mapping, field) => {
  const response = await put('batch_huge', mapping);
  const problem = await problemOf(response);
  expect(response.status).toBe(422);
  if (field !== undefined)
    expect(problem.errors[0]).toMatchObject({
      code: 'too_long',
      field,
      detail: expect.any(String),
    });
  expect((await app.request('/v1/batches/batch_huge')).status).toBe(404);
});

test('the largest mapping that may be is kept', async () => {
  const response = await put('batch_large', { ignore: Object.keys(entries(200, 80, '')) });
  expect(response.status).toBe(201);
});

test('a mapping that does not fit its catalogue is refused before its batch is opened', async () => {
  const response = await put('batch_unfit', { columns: { 甲: 'no_such_field' } });
  expect([response.status, (await problemOf(response)).code]).toEqual([422, 'malformed_mapping']);
  expect((await app.request('/v1/batches/batch_unfit')).status).toBe(404);
});
