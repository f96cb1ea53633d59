import { expect, test } from 'vitest';
import * as z from 'zod';
import { lambdaHandler } from '#functions/api/lambda';
import { aDoor, needBody } from './a-door.ts';

const N = '/v1/needs/need_one';
const answerSchema = z.strictObject({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  isBase64Encoded: z.literal(false),
});

type Told = { readonly method?: string; readonly path?: string } & Readonly<
  Record<string, unknown>
>;

/** As API Gateway sends it (HTTP API, payload 2.0). */
const anEvent = ({ method = 'GET', path = '/v1/needs', ...rest }: Told = {}) => ({
  version: '2.0',
  rawPath: path,
  rawQueryString: '',
  headers: { host: 'api.example', 'content-type': 'application/json' },
  requestContext: { domainName: 'api.example', http: { method, path } },
  isBase64Encoded: false,
  ...rest,
});

async function aFunction() {
  const { app } = await aDoor();
  const handler = lambdaHandler(app);
  return async (event: unknown) => answerSchema.parse(await handler(event));
}

test('the function answers as the door does: a need is put in base64 and read again', async () => {
  const ask = await aFunction();
  const body = Buffer.from(JSON.stringify(needBody())).toString('base64');
  const put = await ask(anEvent({ method: 'PUT', path: N, body, isBase64Encoded: true }));
  expect([put.statusCode, put.headers.location]).toEqual([201, N]);
  const got = await ask(anEvent({ path: N }));
  expect([got.statusCode, got.headers.etag]).toEqual([200, '"v1"']);
  expect(got.body).toBe(put.body);
});

const ill: readonly [string, unknown, number, string?][] = [
  ['GET with a body', anEvent({ body: '{"a":1}' }), 200],
  ['HEAD with a body', anEvent({ method: 'HEAD', body: '{"a":1}' }), 200],
  ['TRACE', anEvent({ method: 'TRACE' }), 405, 'method_not_allowed'],
  ['CONNECT', anEvent({ method: 'CONNECT' }), 405, 'method_not_allowed'],
  ['trace', anEvent({ method: 'trace', body: 'x' }), 405, 'method_not_allowed'],
  ['a method that is none', anEvent({ method: 'GE T\n' }), 405, 'method_not_allowed'],
  ['TRACE of nothing', anEvent({ method: 'TRACE', path: '/nothing' }), 404, 'not_found'],
  ['no context', anEvent({ requestContext: {} }), 405, 'method_not_allowed'],
  ['no domain', anEvent({ requestContext: { http: { method: 'GET' } } }), 200],
  [
    'no base64',
    anEvent({ method: 'PUT', path: N, body: '%%%~', isBase64Encoded: true }),
    400,
    'malformed_json',
  ],
  ['no UTF-8', anEvent({ method: 'PUT', path: N, body: '/////w==', isBase64Encoded: true }), 400],
  ['no body', anEvent({ method: 'PUT', path: N }), 400, 'malformed_json'],
  ['half an escape', anEvent({ path: '/%E0%A4%A' }), 404, 'not_found'],
  ['half an escape in an id', anEvent({ path: '/v1/needs/%E0%A4%A' }), 400, 'id_wrong'],
  ['a path that is none', anEvent({ path: ':99999999@[' }), 404, 'not_found'],
  ['no path', anEvent({ rawPath: undefined }), 200],
  ['a strange query', anEvent({ rawQueryString: '%=%&&#?\u0000' }), 422, 'unknown_field'],
  ['a huge header', anEvent({ headers: { accept: 'a,'.repeat(500_000) } }), 200],
  [
    'headers that are none',
    anEvent({ headers: { 'a b': 'x', x: 'y\r\nz: 1', 中: '文', n: 1 } }),
    200,
  ],
  ['no headers', anEvent({ headers: undefined }), 200],
  ['nothing at all', {}, 405, 'method_not_allowed'],
];

test.each(ill)('an event with %s is answered by the door', async (_, event, status, code) => {
  const ask = await aFunction();
  const answer = await ask(event);
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
  if (code !== undefined) expect(JSON.parse(answer.body)).toMatchObject({ code, status });
});
