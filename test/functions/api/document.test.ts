import { expect, test } from 'vitest';
import { openapi } from '#functions/api/openapi';
import { operations } from '#functions/api/operations';
import { aDoor } from './a-door.ts';

test('the document is the one reviewed', async () => {
  const { get } = await aDoor();
  const served: unknown = await (await get('/openapi.json')).json();
  await expect(`${JSON.stringify(served, undefined, 2)}\n`).toMatchFileSnapshot(
    '../../golden/openapi.json',
  );
});

test('the document lists every route and no other', async () => {
  const { app } = await aDoor();
  const routes = app.routes
    .filter(({ path, method }) => path.startsWith('/v1/') && method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  const listed = Object.entries(openapi().paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(listed.sort()).toEqual(routes.sort());
});

test('every operation has its own id, and every reference leads somewhere', () => {
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  const document = openapi();
  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g);
  for (const [, name = ''] of references) expect(document.components.schemas).toHaveProperty(name);
});

test('a criterion holds criteria by reference, in what is answered and in what is sent', () => {
  const document = openapi();
  expect(JSON.stringify(document)).not.toContain('$defs');
  const reference = { $ref: '#/components/schemas/Criterion' };
  expect(document.components.schemas['Criterion']).toMatchObject({
    properties: { all: { items: reference }, not: reference },
  });
  expect(document.paths['/v1/products/{id}']?.['put']?.requestBody).toMatchObject({
    content: {
      'application/json': { schema: { properties: { eligibility: { items: reference } } } },
    },
  });
});

test('the document is made once', () => {
  expect(openapi()).toBe(openapi());
});
