import { gunzipSync } from 'node:zlib';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { BatchId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { SYSTEM } from '#domain/principal';
import { accept } from '#domain/refusal';
import { createApp } from '#functions/api/app';
import { lambdaHandler } from '#functions/api/lambda';
import { eachMessage } from '#functions/runtime/queue-handler';
import { stepHandler, taken } from '#functions/runtime/step-handler';
import { join } from '#platform/join';
import { idNumber, mobile } from '#test/support/a-person';
import { anEnterprise, aScore, CODE } from '#test/support/builders';
import { engineStore } from '#test/support/engine-store';
import { aDepartment, aFirm, anOfficer } from '#test/support/principals';
import { done, type Files, slicePorts } from '#test/support/slice';
import { writtenLines } from '#test/support/written-lines';
import { aMessage, context } from '../queues/a-queue.ts';
import { needBody } from './a-door.ts';

/*
 * Known secrets go through all that takes something in, right places and wrong ones; then everything that was
 * logged, told and kept is searched for them.
 */

const ID = idNumber('32050819900101123');
const OTHER_ID = idNumber('11010119700307004');
const PHONE = mobile('13812345678');
const OTHER_PHONE = mobile('19987654321');
const TOKEN =
  'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJnZWhlaW1uaXMifQ.c2VjcmV0LXNpZ25hdHVyZS1vZi10aGUtdGVzdA';
const SECRETS = [ID, OTHER_ID, PHONE, OTHER_PHONE, TOKEN, 'c2VjcmV0LXNpZ25hdHVyZS1vZi10aGUtdGVzdA'];
/** A name is told to those who may see it, and is in no log, event or problem. */
const NAME = '欧阳丹丹';

const OWNER = aFirm(CODE);
const SUPPLIER = aDepartment('supplier_a');
const FILE: BatchId = 'batch_secret-file';
const HEADERLESS: BatchId = 'batch_secret-header';

let opened: Awaited<ReturnType<typeof engineStore>>;
let logged = '';
let items: Record<string, unknown>[] = [];
const problems: string[] = [];
const answers: string[] = [];

beforeAll(async () => {
  opened = await engineStore();
  logged = await writtenLines(live);
  const { Items = [] } = await opened.client.send(new ScanCommand({ TableName: opened.tableName }));
  items = Items.map((item) =>
    Object.fromEntries(
      Object.entries(item).map(([name, value]) => [
        name,
        value.B ? gunzipSync(value.B).toString('utf8') : (value.S ?? value.N),
      ]),
    ),
  );
});
afterAll(() => opened.stop());

async function live() {
  const files: Files = new Map([
    [
      FILE,
      `code,title,level,granted_on,身份证号\n${CODE},,${ID},2024-05-01,${OTHER_ID}\nx,${PHONE},市级,${OTHER_PHONE},${ID}`,
    ],
    [HEADERLESS, `${ID},${NAME},${PHONE}\n${OTHER_ID},x,${OTHER_PHONE}`],
  ]);
  const ports = slicePorts(opened.store, files);
  await ports.store.commit({
    changes: [
      { kind: 'enterprise', value: anEnterprise(), expected: 0 },
      { kind: 'score', value: aScore(), expected: 0 },
    ],
    events: [],
  });
  const platform = join(ports);
  const brokenStore = {
    ...ports.store,
    get: async () => {
      throw new TypeError(`no answer about ${ID}, ${PHONE}, Bearer ${TOKEN}`, {
        cause: { row: { phone: OTHER_PHONE, note: `of ${OTHER_ID}` } },
      });
    },
  };
  const broken = join({ ...ports, store: brokenStore });
  const ask = async (
    of: typeof platform,
    asker: Principal,
    path: string,
    init: RequestInit = {},
  ) => {
    const app = createApp(of, { authenticate: async () => accept(asker) });
    const response = await app.request(path, {
      ...init,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${TOKEN}`,
        cookie: `session=${TOKEN}`,
        ...init.headers,
      },
    });
    (response.status >= 400 ? problems : answers).push(await response.text());
    return response.status;
  };
  const put = (path: string, body: unknown, asker: Principal = OWNER, of = platform) =>
    ask(of, asker, path, {
      method: 'PUT',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  const identity = `/v1/enterprises/${CODE}/identity`;
  const claim = { name: NAME, idNumber: ID, phone: PHONE, method: 'registry_match' };
  await put(identity, claim);
  await put(identity, claim);
  await put(identity, { ...claim, phone: OTHER_PHONE });
  await ask(platform, OWNER, identity);
  // In the wrong places.
  const need = needBody();
  for (const wrong of [
    { ...claim, idNumber: [ID] },
    { ...claim, [ID]: PHONE, [TOKEN]: 1 },
    { ...claim, name: `${NAME}\u0000${ID}` },
    { ...claim, method: ID, licence: 7 },
  ])
    await put(identity, wrong);
  for (const changed of [
    { principal: ID },
    { purpose: PHONE, rateCeiling: `Bearer ${TOKEN}` },
    { code: ID },
    { id: `need_${PHONE}` },
    { validTo: `${ID}${'x'.repeat(200)}` },
    { guarantees: [`${'长'.repeat(95)}${ID}`] },
  ])
    await put('/v1/needs/need_one', { ...need, ...changed });
  for (const text of [`{"phone": ${PHONE}, "id": "${ID}" x`, `"${ID}"`, `${TOKEN}`, `[${PHONE}`])
    await put('/v1/needs/need_one', text);
  await ask(platform, OWNER, `/v1/needs/${ID}`);
  await ask(platform, OWNER, `/v1/${PHONE}/${TOKEN}?access_token=${TOKEN}`);
  await ask(platform, OWNER, `/v1/products?phone=${PHONE}&limit=${ID}&cursor=${OTHER_PHONE}`);
  await ask(platform, OWNER, `/v1/enterprises/${ID}/score`);
  await ask(platform, OWNER, '/v1/needs/need_one', {
    method: 'PUT',
    headers: { 'content-type': `text/${PHONE}; charset=${ID}` },
    body: '{}',
  });
  // Rows that are refused, in a request and in files; a file whose first row stands in the place of its header.
  const terms = { catalogue: 'honour', supplier: 'supplier_a' };
  await put(
    '/v1/batches/batch_secret-rows',
    {
      ...terms,
      rows: [
        {
          code: 'x',
          title: ID,
          level: PHONE,
          granted_on: OTHER_ID,
          法定代表人: NAME,
          身份证号: ID,
        },
        {
          code: OTHER_ID,
          title: `找${NAME}，${OTHER_PHONE}`,
          level: '市级',
          granted_on: '2024-05-01',
          手机号: PHONE,
        },
      ],
    },
    SUPPLIER,
  );
  await put(
    '/v1/batches/batch_secret-columns',
    { ...terms, rows: [{ [ID]: PHONE, [PHONE]: ID }] },
    SUPPLIER,
  );
  for (const id of [FILE, HEADERLESS]) {
    await put(`/v1/batches/${id}`, terms, SUPPLIER);
    await done(platform.ingestBatch(SYSTEM, { id }));
    await ask(platform, SUPPLIER, `/v1/batches/${id}`);
  }
  // Whoever looks for a number, and what goes wrong inside.
  await put(
    '/v1/identity-searches/search_one',
    { idNumber: ID, reason: `查 ${PHONE}` },
    anOfficer('office.auditor'),
  );
  await put(identity, claim, OWNER, broken);
  await ask(broken, OWNER, `/v1/enterprises/${CODE}/score?${TOKEN}`);
  const handler = lambdaHandler(createApp(broken, { authenticate: async () => accept(OWNER) }));
  problems.push(
    JSON.stringify(
      await handler({
        rawPath: `/v1/needs/need_one`,
        headers: { authorization: TOKEN },
        requestContext: { http: { method: 'GET' } },
      }),
    ),
  );
  await functionsFail();
  expect(problems.length).toBeGreaterThan(25);
}

/** Messages and steps whose work fails with a person in the error. */
async function functionsFail() {
  const fault = () => new Error(`row of ${ID} and ${PHONE}: ${TOKEN}`);
  const record = aMessage('m-1', ID);
  await eachMessage(async () => Promise.reject(fault()))({ Records: [record] }, context(60_000));
  await eachMessage(async () => ({ ok: false, refusal: { code: 'busy', actual: ID } }))(
    { Records: [record] },
    context(60_000),
  );
  const step = stepHandler(z.unknown(), async () => Promise.reject(fault()));
  const refused = stepHandler(z.unknown(), async () =>
    taken({ ok: false, refusal: { code: 'malformed_file', actual: `${ID} ${PHONE}` } }),
  );
  for (const fails of [step, refused])
    await fails({}, context(60_000)).catch((error: Error) =>
      problems.push(`${error.name} ${error.message} ${error.stack}`),
    );
}

test('something was logged, told and kept, in which there was something to find', () => {
  expect(logged).toContain('The request failed');
  expect(logged).toContain('3205**********');
  expect(problems.join()).toContain('138****5678');
  expect(items.filter(({ kind }) => kind === 'refusals').length).toBeGreaterThanOrEqual(2);
  expect(items.some(({ kind }) => kind === 'identity')).toBe(true);
  expect(items.some(({ sk }) => String(sk).startsWith('EVENT#'))).toBe(true);
});

test.each(SECRETS)('no line of a log holds %s', (secret) => {
  expect(logged).not.toContain(secret);
});

test.each(SECRETS)('no problem tells %s', (secret) => {
  expect(problems.filter((problem) => problem.includes(secret))).toEqual([]);
});

test.each(SECRETS)('no item and no event holds %s in clear', (secret) => {
  const holding = items.filter((item) => JSON.stringify(item).includes(secret));
  expect(holding.map(({ pk, sk }) => `${pk} ${sk}`)).toEqual([]);
});

test('numbers go back to nobody but those who have to mend the rows in which they stood', () => {
  const telling = answers.filter((answer) => SECRETS.some((secret) => answer.includes(secret)));
  expect(telling.length).toBeGreaterThan(0);
  for (const answer of telling) expect(JSON.parse(answer)).toHaveProperty('refused');
});

test('a name is in no log, no event and no problem', () => {
  expect(logged).not.toContain(NAME);
  expect(problems.join()).not.toContain(NAME);
  const events = items.filter(({ sk }) => String(sk).startsWith('EVENT#'));
  expect(JSON.stringify(events)).not.toContain(NAME);
});
