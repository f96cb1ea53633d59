import { expect, test } from 'vitest';
import type { CaseKind, CaseStatus } from '#domain/case/case';
import { recordAfter } from '#domain/case/record-after';
import type { CreditRecord, Standing } from '#domain/credit/record';
import { date } from '#domain/time';
import { aCase, aPenalty, DAY } from './a-case.ts';

const mark = { disputedBy: 'case_one' } as const;
const otherMark = { disputedBy: 'case_other' } as const;
const gone = (why: 'repaired' | 'objection_upheld') => ({
  withdrawn: { on: DAY, by: 'case_one', why } as const,
});
const before = {
  withdrawn: { on: date('2026-06-01'), by: 'case_other', why: 'repaired' },
} as const;

test.each<[CaseKind, CaseStatus, Standing, Standing]>([
  ['objection', 'filed', {}, {}],
  ['objection', 'accepted', {}, mark],
  ['objection', 'declined', {}, {}],
  ['objection', 'denied', mark, {}],
  ['objection', 'cancelled', mark, {}],
  ['objection', 'granted', mark, gone('objection_upheld')],
  ['objection', 'granted', { ...mark, ...before }, before],
  ['objection', 'denied', otherMark, otherMark],
  ['repair', 'accepted', {}, {}],
  ['repair', 'denied', otherMark, otherMark],
  ['repair', 'granted', {}, gone('repaired')],
  ['repair', 'granted', otherMark, { ...otherMark, ...gone('repaired') }],
  ['repair', 'granted', before, before],
])('a %s that is %s leaves a record that was %j as %j', (kind, status, from, to) => {
  const record: CreditRecord = aPenalty(from);
  expect(recordAfter(aCase(kind, status), record, DAY)).toEqual(aPenalty(to));
});

test('a record that is not touched stays the very same', () => {
  const marked = aPenalty(mark);
  expect(recordAfter(aCase('objection', 'accepted'), marked, DAY)).toBe(marked);
  const disputed = aPenalty(otherMark);
  expect(recordAfter(aCase('repair', 'denied'), disputed, DAY)).toBe(disputed);
});
