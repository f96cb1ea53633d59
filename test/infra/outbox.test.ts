import { expect, test } from 'vitest';
import { patternOf } from '#infra/local/pattern';
import { newEventItem } from '#infra/outbox';

const passes = (type: string, sk = 'EVENT#01', eventName = 'INSERT') =>
  patternOf(JSON.parse(JSON.stringify(newEventItem)))({
    eventName,
    dynamodb: { Keys: { pk: { S: 'A' }, sk: { S: sk } }, NewImage: { type: { S: type } } },
  });

test('new events go to the bus, save those of the ledger, which nobody there wants', () => {
  expect(passes('consent_moved')).toBe(true);
  expect(passes('firm_data_read')).toBe(false);
  expect(passes('consent_moved', 'CONSENT')).toBe(false);
  expect(passes('consent_moved', 'EVENT#01', 'MODIFY')).toBe(false);
});
