import { beforeEach, expect, test } from 'vitest';
import type { UnifiedCode } from '#domain/ids';
import { SYSTEM } from '#domain/principal';
import { isoWeekOf } from '#domain/scoring/monitoring/iso-week';
import type { LoanOutcome } from '#domain/scoring/monitoring/loan-outcome';
import { startCount } from '#domain/scoring/monitoring/score-count';
import { addDays, type BusinessDate, date } from '#domain/time';
import { join } from '#platform/join';
import { aPastScore } from '#test/support/a-past-score';
import { anEnterprise, instant } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { codeOf } from '#test/support/numbered-firms';
import { done } from '#test/support/slice';
import type { Change, Store } from '#usecases/ports';

let memory: ReturnType<typeof memoryPorts>;
let today: BusinessDate;
let clock: () => string;
beforeEach(() => {
  memory = memoryPorts();
  today = date('2031-03-02');
  clock = () => `${today}T04:00:00.000Z`;
});

const platformOver = (store: Store = memory.store) =>
  join({ ...memory.ports, store, today: () => today, now: () => instant(clock()) });
const apply = async (store?: Store, stopAt?: string) =>
  done(
    platformOver(store).applyRetention(SYSTEM, {
      ...(stopAt !== undefined && { stopAt: instant(stopAt) }),
    }),
  );
const ofRule = ({ rules }: Awaited<ReturnType<typeof apply>>, rule: string) =>
  rules.find((one) => one.rule === rule);

const keep = async (...changes: readonly Change[]) => {
  for (const change of changes) await memory.store.commit({ changes: [change], events: [] });
};
const firm = (code: UnifiedCode): Change => ({
  kind: 'enterprise',
  value: anEnterprise({ code }),
  expected: 0,
});
const told = (code: UnifiedCode, on: string): Change => ({
  kind: 'pastScore',
  value: aPastScore(code, instant(`${on}T04:00:00.000Z`)),
  expected: 0,
});
const leftOf = async (code: UnifiedCode) =>
  (await memory.store.list('pastScoresOf', code, { limit: 10 })).items.map(({ value }) =>
    value.scoredAt.slice(0, 10),
  );

test('a score is replayed for five years after it was told, and the one that a firm has now for as long as it has it', async () => {
  await keep(firm(codeOf(1)), firm(codeOf(2)));
  for (const day of ['2025-01-01', '2026-03-02', '2026-03-03', '2030-01-01'])
    await keep(told(codeOf(1), day));
  for (const day of ['2024-01-01', '2025-01-01']) await keep(told(codeOf(2), day));
  const report = await apply();
  expect(await leftOf(codeOf(1))).toEqual(['2030-01-01', '2026-03-03']);
  expect(await leftOf(codeOf(2))).toEqual(['2025-01-01']);
  expect(report.finished).toBe(true);
  expect(ofRule(report, 'past_scores')).toEqual({
    rule: 'past_scores',
    looked: 3,
    deleted: 3,
    erased: 0,
  });
});

const loan = (name: string, reportedOn: string): Change => {
  const value: LoanOutcome = {
    id: `outcome_${name}`,
    code: codeOf(1),
    bank: 'bank_gusu',
    loan: name,
    classification: 'loss',
    observedFrom: date('2020-01-01'),
    observedTo: date('2020-12-31'),
    reportedOn: date(reportedOn),
  };
  return { kind: 'outcome', value, expected: 0 };
};

test('what a bank has reported of a loan goes five years after its last report', async () => {
  await keep(loan('due', '2026-03-02'), loan('young', '2026-03-03'));
  const report = await apply();
  expect(await memory.store.get('outcome', 'outcome_due')).toBeUndefined();
  expect(await memory.store.get('outcome', 'outcome_young')).toBeDefined();
  expect(ofRule(report, 'loan_outcomes')).toMatchObject({ deleted: 1 });
});

test('the counting of a week goes after a month, its figures and the samples stay', async () => {
  const asOf = addDays(today, -31);
  const week = isoWeekOf(asOf);
  const later = isoWeekOf(addDays(asOf, 7));
  const { groups: _, phase: __, ...counted } = startCount(week, asOf);
  const fairness = { district: [], industry: [], size: [], age: [] };
  await keep(
    { kind: 'scoreCount', value: startCount(week, asOf), expected: 0 },
    { kind: 'scoreCount', value: startCount(later, addDays(asOf, 7)), expected: 0 },
    { kind: 'scoreMonitoring', value: { ...counted, firms: 0, cards: [], fairness }, expected: 0 },
  );
  expect(ofRule(await apply(), 'score_counts')).toMatchObject({
    deleted: 1,
    nextDue: addDays(today, 7),
  });
  expect(await memory.store.get('scoreCount', week)).toBeUndefined();
  expect(await memory.store.get('scoreCount', later)).toBeDefined();
  expect(await memory.store.get('scoreMonitoring', week)).toBeDefined();
});

/** More firms than one page holds, each with a score that is due and one that is not. */
async function manyFirms(count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1)
    await keep(
      firm(codeOf(number)),
      told(codeOf(number), '2025-01-01'),
      told(codeOf(number), '2030-01-01'),
    );
}

test('a walk that is cut off goes on from its place, the next day too, and ends as if never cut off', async () => {
  await manyFirms(520);
  // The time is over once a hundred are gone: in the middle of the first page of firms.
  let gone = 0;
  clock = () => `${today}T0${gone < 100 ? 1 : 9}:00:00.000Z`;
  const watched: Store = {
    ...memory.store,
    commit: async (commit) => {
      gone += commit.removals?.length ?? 0;
      return memory.store.commit(commit);
    },
  };
  const first = await apply(watched, `${today}T05:00:00.000Z`);
  const begun = ofRule(first, 'past_scores');
  expect(first.finished).toBe(false);
  expect(begun).toMatchObject({ deleted: 100, after: '' });
  expect((await apply(watched, `${today}T05:00:00.000Z`)).finished).toBe(false);
  today = addDays(today, 1);
  const second = await apply();
  expect(ofRule(second, 'past_scores')).not.toHaveProperty('after');
  expect(ofRule(second, 'past_scores')?.deleted).toBe(420);
  for (const number of [1, 500, 501, 520])
    expect(await leftOf(codeOf(number))).toEqual(['2030-01-01']);
}, 30_000);

test('whoever has been looked through is not looked through again the same day, and is the next', async () => {
  await keep(firm(codeOf(1)), told(codeOf(1), '2030-01-01'));
  const listed: string[] = [];
  const watched: Store = {
    ...memory.store,
    list: (collection, of, page) => {
      listed.push(collection);
      return memory.store.list(collection, of, page);
    },
  };
  await apply(watched);
  expect(listed).toContain('pastScoresOf');
  listed.length = 0;
  await apply(watched);
  expect(listed).not.toContain('pastScoresOf');
  today = addDays(today, 1);
  await apply(watched);
  expect(listed).toContain('pastScoresOf');
});

test('what is corrected at the very moment stays', async () => {
  await keep(loan('due', '2026-03-02'), loan('other', '2026-03-02'));
  const racing: Store = {
    ...memory.store,
    commit: async (commit) =>
      commit.removals?.some(({ id }) => id === 'outcome_due')
        ? 'conflict'
        : memory.store.commit(commit),
  };
  expect(ofRule(await apply(racing), 'loan_outcomes')).toMatchObject({ deleted: 1 });
  expect(await memory.store.get('outcome', 'outcome_due')).toBeDefined();
});
