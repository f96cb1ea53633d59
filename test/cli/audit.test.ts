import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { startEngine } from '#adapters/dynamodb/engine';
import { LOCAL_TABLE } from '#adapters/dynamodb/table';
import { aDesk } from './a-desk.ts';

const { xyd, path } = aDesk();

test('what the office does stands in the audit, which is verified and swept from the command line', async () => {
  const registered = xyd(
    'supplier',
    '--id',
    'supplier_tax',
    '--name',
    '税务局',
    '--kind',
    'tax_office',
  );
  expect(registered.status).toBe(0);
  const shown = xyd('audit', 'show', 'supplier/supplier_tax');
  expect(shown.stdout).toMatch(
    /^#1 {2}\S+ {2}office\/city xyd {2}supplier supplier_tax v1 {2}\w{12}\n$/,
  );
  const verified = xyd('audit', 'verify', '--json');
  expect(verified.status).toBe(0);
  expect(JSON.parse(verified.stdout)).toEqual({
    entries: 1,
    streams: 1,
    checkpoints: 0,
    unsealed: 1,
    complete: true,
  });
  expect(xyd('audit', 'verify').stdout).toContain('No day is sealed yet');
  expect(xyd('sweep').stdout).toContain('checkpointAudit: sealed 0, finished true');
  await alter('supplier/supplier_tax');
  const broken = xyd('audit', 'verify');
  expect(broken.status).toBe(1);
  expect(broken.stdout).toMatch(
    /^Broken at supplier\/supplier_tax #1, \d{4}-\d\d-\d\d: the entry is not what was written\n$/,
  );
}, 60_000);

/** Somebody changes who it was, past the platform. */
async function alter(stream: string) {
  const engine = await startEngine({ dataDir: path('.data') });
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { Items: [item] = [] } = await client.send(
    new QueryCommand({
      TableName: LOCAL_TABLE,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `AUDIT#${stream}` } },
    }),
  );
  const body = { S: String(item?.['body']?.S).replace('"xyd"', '"nobody"') };
  await client.send(new PutItemCommand({ TableName: LOCAL_TABLE, Item: { ...item, body } }));
  client.destroy();
  await engine.stop();
}

test.each([
  { args: ['audit'], says: 'Say xyd audit verify, or xyd audit show STREAM' },
  { args: ['audit', 'verify', 'need/need_1'], says: 'Say xyd audit verify' },
  { args: ['audit', 'show'], says: 'A stream is a kind and an id' },
  { args: ['audit', 'show', 'need_1'], says: 'such as need/need_1, not need_1' },
])('xyd $args is bad usage', ({ args, says }) => {
  const run = xyd(...args);
  expect(run).toMatchObject({ status: 2, stdout: '' });
  expect(run.stderr).toContain(says);
});
