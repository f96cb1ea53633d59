import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Local, startLocal } from '#infra/local/run';
import { platformApp } from '#infra/synthesis';
import { aBundle, aFolderForAll, emptyBundles } from '../bundles.ts';

const handler = `export const handler = async (event) => {
  const path = event.rawPath;
  if (path === '/pages/throw') throw new Error('no');
  if (path === '/pages/nonsense') return { statusCode: 'no' };
  if (path === '/pages/huge') return 'x'.repeat(7 * 1024 * 1024);
  if (path === '/pages/cookies') return { statusCode: 204, cookies: ['a=1', 'b=2'] };
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) };
};`;

let local: Local;
beforeAll(async () => {
  const folder = aFolderForAll();
  const bundles = emptyBundles(join(folder, 'bundles'));
  aBundle(bundles, 'api', handler);
  const cloudAssembly = join(folder, 'assembly');
  (await platformApp({ stage: 'local', bundles, out: cloudAssembly })).synth();
  local = await startLocal({
    cloudAssembly,
    dataDir: join(folder, 'data'),
    port: 0,
    log: () => {},
  });
});
afterAll(() => local?.stop());

const ask = (path: string, init?: RequestInit) => fetch(`${local.url}${path}`, init);

test('the most exact route reaches the function', async () => {
  expect(await (await ask('/pages/需求/a%2Fb')).json()).toMatchObject({
    routeKey: 'ANY /pages/{proxy+}',
    pathParameters: { proxy: '需求/a/b' },
  });
  expect(await (await ask('/')).json()).toMatchObject({ routeKey: 'ANY /', rawPath: '/' });
  expect(await (await ask('/v1/products/product_a')).json()).toMatchObject({
    routeKey: 'GET /v1/products/{id}',
    pathParameters: { id: 'product_a' },
  });
  expect(await (await ask('/v1/products', { method: 'OPTIONS' })).json()).toMatchObject({
    routeKey: 'OPTIONS /v1/{proxy+}',
  });
});

test('what no route knows is refused by the gateway itself', async () => {
  const answer = await ask('/nothing');
  expect([answer.status, await answer.json()]).toEqual([404, { message: 'Not Found' }]);
});

test.each([
  ['/pages/throw', 500],
  ['/pages/nonsense', 500],
  ['/pages/huge', 500],
])('a function that fails on %s is answered for with %i', async (path, status) => {
  const answer = await ask(path);
  expect([answer.status, await answer.json()]).toEqual([
    status,
    { message: 'Internal Server Error' },
  ]);
});

test('each cookie is a header of its own', async () => {
  expect((await ask('/pages/cookies')).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
});

test('a request over 10 MB is refused before the function sees it', async () => {
  const answer = await ask('/pages/v1', { method: 'POST', body: 'x'.repeat(10 * 1024 * 1024 + 1) });
  expect([answer.status, await answer.json()]).toEqual([
    413,
    { message: 'Request Entity Too Large' },
  ]);
});

test('the runner says of itself whether all is worked off', async () => {
  expect(await (await ask('/__local')).json()).toMatchObject({
    idle: true,
    streamBehind: false,
    queues: { ScoreQueue: { waiting: 0, inFlight: 0, deadLettered: 0 } },
  });
});
