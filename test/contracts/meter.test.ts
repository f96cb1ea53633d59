import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamoMeter } from '#adapters/dynamodb/meter';
import { engineStore } from '#test/support/engine-store';
import { memoryMeter } from '#test/support/memory-ports';
import type { Meter } from '#usecases/ports';

const onEngine = async () => {
  const { client, tableName, stop } = await engineStore();
  return { meter: dynamoMeter({ client, tableName }), stop };
};
const inMemory = async () => ({ meter: memoryMeter(), stop: async () => {} });

describe.each([
  { name: 'memory', open: inMemory },
  { name: 'the table', open: onEngine },
])('the meter over $name', ({ open }) => {
  let meter: Meter;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ meter, stop } = await open());
  });
  afterAll(() => stop());

  test('every request is counted once, however many come at the same time', async () => {
    const counts = await Promise.all(
      Array.from({ length: 40 }, () => meter('bank/bank_gusu/li', '2026-03-02T01:00')),
    );
    expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
  });

  test('another minute and another principal begin at one', async () => {
    await meter('firm/a/one', '2026-03-02T01:00');
    expect(await meter('firm/a/one', '2026-03-02T01:01')).toBe(1);
    expect(await meter('firm/a/other', '2026-03-02T01:00')).toBe(1);
    expect(await meter('firm/a/one', '2026-03-02T01:00')).toBe(2);
  });
});
