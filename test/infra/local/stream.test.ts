import { expect, test, vi } from 'vitest';
import { availableEngines, startEngine } from '#adapters/dynamodb/engine';
import { createTableInput } from '#adapters/dynamodb/table';
import { type Dynamo, dynamoAt } from '#infra/local/dynamo';
import { type Messages, openMessages } from '#infra/local/messages';
import type { Pipe } from '#infra/local/pipe';
import { type Json, type JsonObject, propertiesOf } from '#infra/local/properties';
import { followStream } from '#infra/local/stream';

const put = (dynamo: Dynamo, count: number, from = 0) =>
  Promise.all(
    Array.from({ length: count }, (_, at) =>
      dynamo.call('PutItem', {
        TableName: 'stream',
        Item: { pk: { S: `item ${from + at}` }, sk: { S: 'it' } },
      }),
    ),
  );

/** Every record becomes one letter with its key. */
const pipe: Pipe = (record: Json) => [
  { queue: 'work', body: propertiesOf('The record', { record }).text('record.dynamodb.Keys.pk.S') },
];

async function follow(dynamo: Dynamo, messages: Messages) {
  const described = await dynamo.call('DescribeTable', { TableName: 'stream' });
  const streamArn = propertiesOf('DescribeTable', described).text('Table.LatestStreamArn');
  return followStream({ dynamo, streamArn, messages, pipes: [pipe], log: () => {} });
}

const letters = (messages: Messages) => messages.count('work', Date.now()).waiting;

test.each(availableEngines())(
  'on %s every record is queued once, in whatever runs it is read',
  async (name) => {
    const engine = await startEngine({ engine: name });
    const dynamo = dynamoAt(engine.endpoint);
    const messages = openMessages(':memory:');
    const input: JsonObject = { ...createTableInput('stream') };
    await dynamo.call('CreateTable', input);
    // Over ten and over a hundred, since an engine that compares numbers as texts errs there.
    for (const [total, added] of [
      [8, 8],
      [15, 7],
      [120, 105],
    ] as const) {
      const stream = await follow(dynamo, messages);
      await put(dynamo, added, total - added);
      await vi.waitFor(() => expect(letters(messages)).toBe(total), 20_000);
      expect(await stream.isBehind()).toBe(false);
      await stream.stop();
    }
    const again = await follow(dynamo, messages);
    expect(await again.isBehind()).toBe(false);
    expect(letters(messages)).toBe(120);
    await again.stop();
    dynamo.close();
    await engine.stop();
  },
);
