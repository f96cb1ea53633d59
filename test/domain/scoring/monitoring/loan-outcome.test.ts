import { expect, test } from 'vitest';
import {
  checkOutcome,
  isDefault,
  labelOf,
  type OutcomeReport,
} from '#domain/scoring/monitoring/loan-outcome';
import { date } from '#domain/time';
import { CODE, TODAY } from '#test/support/builders';

const aReport = (told: Partial<OutcomeReport> = {}): OutcomeReport => ({
  id: 'outcome_one',
  code: CODE,
  bank: 'bank_gusu',
  loan: 'L-1',
  classification: 'normal',
  observedFrom: date('2025-01-15'),
  observedTo: date('2026-01-15'),
  ...told,
});

test.each([
  ['normal', 0, false],
  ['special_mention', 90, false],
  ['special_mention', 91, true],
  ['substandard', 0, true],
  ['doubtful', undefined, true],
  ['loss', undefined, true],
  [undefined, 90, false],
  [undefined, 91, true],
] as const)('%s and %s days past due: a default is %s', (classification, daysPastDue, expected) => {
  expect(
    isDefault({
      ...(classification && { classification }),
      ...(daysPastDue !== undefined && { daysPastDue }),
    }),
  ).toBe(expected);
});

test('a loan is good after the whole twelve months alone, and bad on the first day it defaults', () => {
  expect(labelOf(aReport())).toBe('good');
  expect(labelOf(aReport({ observedTo: date('2026-01-14') }))).toBe('open');
  const early = { observedTo: date('2025-03-01'), classification: 'loss' } as const;
  expect(labelOf(aReport(early))).toBe('bad');
});

test.each([
  [{}, []],
  [{ observedTo: date('2026-01-16') }, ['out_of_range']],
  [{ observedTo: date('2025-01-14') }, ['out_of_range']],
  [{ daysPastDue: -1 }, ['out_of_range']],
  [{ observedFrom: date('2025-06-01'), observedTo: date('2026-03-03') }, ['date_in_future']],
] as const)('a report with %o is refused for %o', (told, codes) => {
  expect(checkOutcome(aReport(told), TODAY).map(({ code }) => code)).toEqual(codes);
});

test('a report that says neither class nor days says nothing', () => {
  const { classification: _, ...silent } = aReport();
  expect(checkOutcome(silent, TODAY).map(({ code }) => code)).toEqual(['required']);
});
