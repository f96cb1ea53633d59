import { expect, test } from 'vitest';
import { createApp } from '#functions/api/app';
import { lambdaHandler } from '#functions/api/lambda';
import { join } from '#platform/join';
import { anEnterprise, aScore, CODE } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';

const ARN = 'arn:aws-cn:sts::000000000000:assumed-role/Officer/li';

async function readBy(headers: Record<string, string>, openDoor: boolean, userArn?: string) {
  const { ports, store } = memoryPorts();
  await store.commit({
    changes: [
      { kind: 'enterprise', value: anEnterprise(), expected: 0 },
      { kind: 'score', value: aScore(), expected: 0 },
    ],
    events: [],
  });
  const handler = lambdaHandler(createApp(join(ports), { openDoor }));
  const { statusCode } = await handler({
    rawPath: `/v1/enterprises/${CODE}/score`,
    headers,
    requestContext: {
      http: { method: 'GET' },
      ...(userArn !== undefined && { authorizer: { iam: { userArn } } }),
    },
  });
  expect(statusCode).toBe(200);
  const readers = await store.list('readersOf', CODE, { limit: 10 });
  return readers.items.map(({ value: { reader } }) => `${reader.kind}/${reader.id}`);
}

const NOBODY = ['office/not-signed-in'];

test.each([
  ['an open door believes the header', { 'x-asker': 'bank/bank_gusu' }, true, ['bank/bank_gusu']],
  ['an open door without the header', {}, true, NOBODY],
  ['no kind of asker', { 'x-asker': 'system/system' }, true, NOBODY],
  ['no id', { 'x-asker': 'bank' }, true, NOBODY],
  ['more than an id', { 'x-asker': 'bank/a/b' }, true, NOBODY],
  ['a closed door believes nobody', { 'x-asker': 'bank/bank_gusu' }, false, NOBODY],
] as const)('%s', async (_, headers, openDoor, readers) => {
  expect(await readBy(headers, openDoor)).toEqual(readers);
});

test('whom the gateway let in is who asks, whatever a header says', async () => {
  expect(await readBy({ 'x-asker': 'bank/bank_gusu' }, true, ARN)).toEqual([
    'office/assumed-role/Officer/li',
  ]);
});

test('a firm that reads of itself is not noted', async () => {
  expect(await readBy({ 'x-asker': `firm/${CODE}` }, true)).toEqual([]);
});
