import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { availableEngines } from '#adapters/dynamodb/engine';
import { digest } from '#adapters/system/digest';
import { type AuditEntry, nextEntry } from '#domain/audit/audit-entry';
import { SYSTEM } from '#domain/principal';
import { sortedJson } from '#domain/sorted-json';
import type { Instant } from '#domain/time';
import { engineStore } from '#test/support/engine-store';
import { memoryStore } from '#test/support/memory-store';
import type { Store } from '#usecases/ports';

const digestOf = (value: unknown) => digest(sortedJson(value));

/** Of two streams, over midnight in Asia/Shanghai, told of something too long for an item to keep unpacked. */
function entries(): readonly AuditEntry[] {
  const made: AuditEntry[] = [];
  for (const [stream, at] of [
    ['need/need_b', '2026-03-01T15:59:59.000Z'],
    ['need/need_a', '2026-03-01T16:00:00.000Z'],
    ['need/need_b', '2026-03-01T16:00:01.000Z'],
  ] as const)
    made.push(
      nextEntry(
        {
          stream,
          head: made.findLast((entry) => entry.stream === stream),
          now: at as Instant,
          by: SYSTEM,
          happenings: [],
          changes: Array.from({ length: 60 }, (_, version) => ({
            kind: 'need',
            id: stream,
            version,
            digest: digestOf(version),
          })),
        },
        digestOf,
      ),
    );
  return made;
}

const engines = availableEngines();
console.info(`audit contract on: memory, ${engines.join(', ')}`);

describe.each([
  { name: 'memory', open: async () => ({ store: memoryStore() as Store, stop: async () => {} }) },
  ...engines.map((engine) => ({ name: engine, open: () => engineStore(engine) })),
])('the audit in the store over $name', ({ open }) => {
  let store: Store;
  let stop: () => Promise<void>;
  const [b1, a1, b2] = entries();
  beforeAll(async () => {
    ({ store, stop } = await open());
    for (const value of entries())
      await store.commit({ changes: [{ kind: 'auditEntry', value, expected: 0 }], events: [] });
  });
  afterAll(() => stop());

  const names = async (...asked: Parameters<Store['inspect']>) =>
    (await store.inspect(...asked)).items.map((item) =>
      item.intact && 'stream' in item.value ? `${item.value.stream} ${item.value.seq}` : item,
    );

  test('an entry is written once', async () => {
    const again = { kind: 'auditEntry', value: entries()[0], expected: 0 } as const;
    expect(again.value).toBeDefined();
    if (again.value)
      expect(await store.commit({ changes: [{ ...again, value: again.value }], events: [] })).toBe(
        'conflict',
      );
  });

  test('a stream is read from its first entry, and its head alone', async () => {
    expect(await names('auditOf', 'need/need_b', { limit: 9 })).toEqual([
      'need/need_b 1',
      'need/need_b 2',
    ]);
    const head = await store.list('auditHead', 'need/need_b', { limit: 1 });
    expect(head.items.map(({ value }) => value)).toEqual([b2]);
    expect(await names('auditStreams', 'all', { limit: 9 })).toEqual([
      'need/need_b 1',
      'need/need_a 1',
    ]);
  });

  test('an entry lies in its day, in one shard of it', async () => {
    const on = async (day: string) =>
      (
        await Promise.all(
          [0, 1, 2, 3].map((shard) => names('auditOn', `${day}/${shard}`, { limit: 9 })),
        )
      )
        .flat()
        .sort();
    expect(await on('2026-03-01')).toEqual(['need/need_b 1']);
    expect(await on('2026-03-02')).toEqual(['need/need_a 1', 'need/need_b 2']);
  });

  test('pages of what is inspected join without a gap', async () => {
    const first = await store.inspect('auditOf', 'need/need_b', { limit: 1 });
    const rest = await store.inspect('auditOf', 'need/need_b', {
      limit: 9,
      ...(first.next !== undefined && { after: first.next }),
    });
    expect([...first.items, ...rest.items]).toEqual(
      [b1, b2].map((value) => ({ intact: true, value })),
    );
    expect(a1?.stream).toBe('need/need_a');
  });
});

test.each(engines)(
  'what was altered in %s is found by inspection, and makes nothing throw',
  async (engine) => {
    const { store, client, tableName, stop } = await engineStore(engine);
    const [value] = entries();
    if (value)
      await store.commit({ changes: [{ kind: 'auditEntry', value, expected: 0 }], events: [] });
    const { Items: [item] = [] } = await client.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'AUDIT#need/need_b' } },
      }),
    );
    const names = ['need/need_b/1', 'need/need_b/1'];
    for (const [altered, found] of [
      [{ body: { S: 'no JSON' } }, { why: 'unreadable', names }],
      [{ body: { B: new Uint8Array([31, 139, 8, 0]) } }, { why: 'unreadable', names }],
      [{ body: { S: '{"stream":1}' } }, { why: 'unreadable', names }],
      [{ version: { N: '2' } }, { why: 'altered', names: [...names, 'need/need_b/1'] }],
      [{ more: { S: 'x' } }, { why: 'altered', names: [...names, 'need/need_b/1'] }],
    ] as const) {
      await client.send(
        new PutItemCommand({ TableName: tableName, Item: { ...item, ...altered } }),
      );
      const { items } = await store.inspect('auditOf', 'need/need_b', { limit: 9 });
      expect(items).toEqual([{ intact: false, ...found }]);
    }
    await stop();
  },
);
