import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kinds } from '#adapters/dynamodb/keys';
import { eraseNumbers } from '#domain/identity/erase-numbers';
import { identityCounts } from '#domain/retention/counts-from';
import { addDone } from '#domain/retention/report';
import { appliedRuleIds, dueOn, dueUntil, retentionRules } from '#domain/retention/rules';
import { addDays, date } from '#domain/time';
import { anIdentity } from '#test/support/an-identity';
import { NOW, TODAY } from '#test/support/builders';

test('what is due on a day is what is due until then, on no day before', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...appliedRuleIds),
      fc.integer({ min: 0, max: 3000 }).map((days) => addDays(date('2020-01-01'), days)),
      (rule, from) => {
        const due = dueOn(rule, from);
        expect(dueUntil(rule, due) >= from).toBe(true);
        expect(dueUntil(rule, addDays(due, -1)) >= from).toBe(false);
      },
    ),
  );
});

test.each([
  ['refused_rows', '2026-01-01', '2026-06-30'],
  ['identity_numbers', '2026-08-31', '2027-03-01'],
  ['identities', '2026-03-02', '2029-03-02'],
  ['notices', '2024-02-29', '2026-03-01'],
  ['past_scores', '2026-03-02', '2031-03-02'],
  ['loan_outcomes', '2024-02-29', '2029-03-01'],
  ['score_counts', '2026-03-02', '2026-04-02'],
] as const)('%s from %s are due on %s', (rule, from, due) => {
  expect(dueOn(rule, date(from))).toBe(due);
});

test('every rule has a source, and those that act a period', () => {
  for (const [id, { source, does, keeps }] of Object.entries(retentionRules)) {
    expect(source.length, id).toBeGreaterThan(20);
    if (does !== 'keep') expect(keeps, id).toBeDefined();
  }
  for (const id of appliedRuleIds) expect(Object.keys(kinds)).toContain(retentionRules[id].kind);
});

test('nothing of the audit is ever deleted', () => {
  expect(retentionRules.audit.does).toBe('keep');
  expect(appliedRuleIds).not.toContain('audit');
});

test('a score replays for longer than its decision can be contested, and no longer than a negative is told', () => {
  // 民法典 §188: three years; 征信业管理条例 §16: five.
  const { keeps } = retentionRules.past_scores;
  expect(keeps).toEqual({ months: 60 });
  expect(keeps).toEqual(retentionRules.loan_outcomes.keeps);
});

test('a walk that has not come through says where it is, one that has says nothing', () => {
  const empty = { day: TODAY, ruleVersion: 2, startedAt: NOW, lastAt: NOW, finished: false };
  const of = { rule: 'past_scores', looked: 1, deleted: 1, erased: 0 } as const;
  const begun = addDone({ ...empty, rules: [] }, { ...of, after: 'X' }, NOW);
  expect(begun.rules).toEqual([{ ...of, after: 'X' }]);
  expect(addDone(begun, of, NOW).rules).toEqual([{ ...of, looked: 2, deleted: 2 }]);
});

test('numbers go before the identity that they were of', () => {
  const numbers = identityCounts(anIdentity());
  expect(numbers).toEqual({ rule: 'identity_numbers', from: '2027-03-02' });
  expect(identityCounts(eraseNumbers(anIdentity()))).toEqual({ ...numbers, rule: 'identities' });
  const { validUntil: _, ...rejected } = anIdentity({ status: 'rejected' });
  expect(identityCounts(rejected).from).toBe(TODAY);
});

test('runs of a day add up', () => {
  const empty = {
    day: TODAY,
    ruleVersion: 1,
    startedAt: NOW,
    lastAt: NOW,
    finished: false,
    rules: [],
  };
  const done = { rule: 'notices', looked: 3, deleted: 2, erased: 0 } as const;
  const twice = addDone(addDone(empty, done, NOW), { ...done, nextDue: TODAY }, NOW);
  expect(twice.rules).toEqual([
    { rule: 'notices', looked: 6, deleted: 4, erased: 0, nextDue: TODAY },
  ]);
});
