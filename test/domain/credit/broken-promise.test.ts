import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenPromises, mayPromise } from '#domain/credit/broken-promise';
import type { Usable } from '#domain/credit/uses';
import type { RecordId } from '#domain/ids';
import { date } from '#domain/time';
import { anyDay, anyEntries, aUsable, since } from './a-usable.ts';

const of = (...entries: readonly Usable[]) =>
  entries.map((entry, index) => [`record-${index}` as RecordId, entry] as const);
const broken = (from: string, to?: string) =>
  aUsable({ catalogue: 'commitment-keeping', severity: 'general', ...since(from, to) });
const keptWord = aUsable({ catalogue: 'commitment-keeping', severity: 'none' });
const lie = aUsable({
  catalogue: 'self-declared',
  severity: 'none',
  ...since('2020-01-01'),
  verification: 'false',
  foundFalseOn: date('2026-05-10'),
});

test.each<[string, Usable, string, boolean]>([
  ['a kept commitment', keptWord, '2026-05-02', true],
  ['a fine', aUsable(), '2026-05-02', true],
  ['a broken commitment, the day before', broken('2026-05-01'), '2026-04-30', true],
  ['a broken commitment', broken('2026-05-01'), '2026-05-01', false],
  ['a broken commitment, in the last day of the bar', broken('2026-05-01'), '2029-04-30', false],
  ['a broken commitment, three years on', broken('2026-05-01'), '2029-05-01', true],
  ['a broken commitment made good', broken('2026-05-01', '2026-06-01'), '2026-07-01', false],
  ['a lie of old before it was found out', lie, '2026-05-09', true],
  ['a lie of old from the day it was found out', lie, '2026-05-10', false],
  ['a lie, three years on', lie, '2029-05-10', true],
  [
    'a broken commitment that was withdrawn',
    {
      ...broken('2026-05-01'),
      withdrawn: { on: date('2026-06-01'), by: 'case_one', why: 'objection_upheld' },
    },
    '2026-05-02',
    true,
  ],
])('%s on that day: may promise is told rightly', (_, entry, day, may) => {
  expect(mayPromise(of(entry), date(day))).toBe(may);
});

test('broken promises are told oldest first, each with its day and kind', () => {
  expect(brokenPromises(of(lie, broken('2026-05-01'), keptWord), date('2026-05-31'))).toEqual([
    { record: 'record-1', why: 'commitment_broken', on: '2026-05-01' },
    { record: 'record-0', why: 'declaration_false', on: '2026-05-10' },
  ]);
});

test('one more record never gives a firm back its word', () => {
  fc.assert(
    fc.property(anyEntries, anyEntries, anyDay, (some, more, day) => {
      if (mayPromise([...some, ...more], day)) expect(mayPromise(some, day)).toBe(true);
    }),
  );
});
