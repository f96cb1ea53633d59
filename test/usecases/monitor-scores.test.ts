import { expect, test } from 'vitest';
import type { OutcomeReport } from '#domain/scoring/monitoring/loan-outcome';
import { addDays, date, type Instant } from '#domain/time';
import { sweep } from '#platform/sweep';
import { CODE, NOW, TODAY } from '#test/support/builders';
import { aWatchedCity, someTerms } from '#test/support/consents';
import { memoryStore } from '#test/support/memory-store';
import { aBank, aFirm, OPERATOR } from '#test/support/principals';
import { done, FIRM, OTHER_FIRM } from '#test/support/slice';
import { monitorScores } from '#usecases/monitor-scores';

const WEEK = '2026-W10';

const aReport = (told: Partial<OutcomeReport> = {}): OutcomeReport => ({
  id: 'outcome_one',
  code: CODE,
  bank: 'bank_gusu',
  loan: 'L-1',
  classification: 'normal',
  observedFrom: addDays(TODAY, -365),
  observedTo: TODAY,
  ...told,
});

async function aCity() {
  const store = memoryStore();
  const city = await aWatchedCity(store, [CODE, FIRM, OTHER_FIRM]);
  for (const code of [CODE, FIRM]) await done(city.platform.scoreEnterprise(OPERATOR, { code }));
  return { ...city, store };
}

async function withConsent(purpose: 'credit_assessment' | 'guarantee_assessment') {
  const city = await aCity();
  await done(city.platform.grantConsent(aFirm(CODE), someTerms({ purpose })));
  return city;
}

test('the week has its figures once, whoever asks again', async () => {
  const { platform, store } = await aCity();
  const first = await done(platform.monitorScores(OPERATOR, {}));
  expect(first).toMatchObject({ week: WEEK, finished: true });
  const kept = await store.get('scoreMonitoring', WEEK as never);
  expect(kept?.value).toMatchObject({ firms: 2, unscored: 1 });
  await done(platform.scoreEnterprise(OPERATOR, { code: OTHER_FIRM }));
  expect(await done(platform.monitorScores(OPERATOR, {}))).toEqual({ ...first, counted: 0 });
  expect(await store.get('scoreMonitoring', WEEK as never)).toEqual(kept);
});

test('a count that is cut off after every stretch ends with the figures of one run', async () => {
  const { ports, store } = await aCity();
  const whole = store.copy();
  await done(monitorScores({ ...ports, store: whole })(OPERATOR, {}));
  let calls = 0;
  for (let finished = false; !finished; calls += 1) {
    let asked = 0;
    // The clock passes `stopAt` after one stretch.
    const now = () => (asked++ === 0 ? NOW : (`${TODAY}T23:00:00.000Z` as Instant));
    const stopAt = `${TODAY}T12:00:00.000Z` as Instant;
    const run = monitorScores({ ...ports, store, now });
    ({ finished } = await done(run(OPERATOR, { stopAt, stretch: 1 })));
  }
  expect(calls).toBeGreaterThan(3);
  const of = (from: typeof store) => from.get('scoreMonitoring', WEEK as never);
  expect(await of(store)).toEqual(await of(whole));
});

test('two runs at once count nobody twice', async () => {
  const { ports, store } = await aCity();
  const run = monitorScores({ ...ports, store });
  await Promise.all([1, 2, 3].map(() => done(run(OPERATOR, { stretch: 1 }))));
  const kept = await store.get('scoreMonitoring', WEEK as never);
  expect(kept?.value).toMatchObject({ firms: 2, unscored: 1 });
});

test('a loan is held against the score that its firm had when the observation began', async () => {
  const city = await withConsent('credit_assessment');
  const { platform, store } = city;
  const before = await done(platform.readScore(OPERATOR, { code: CODE }));
  city.on(addDays(TODAY, 100));
  await done(platform.scoreEnterprise(OPERATOR, { code: CODE }));
  const loss = { classification: 'loss', observedTo: addDays(TODAY, 90) } as const;
  await done(platform.reportOutcome(aBank(), aReport({ ...loss, observedFrom: TODAY })));
  const { week } = await done(platform.monitorScores(OPERATOR, {}));
  const count = await store.get('scoreCount', week);
  expect(count?.value.outcomes).toEqual({ reported: 1, open: 0, retrospective: 0, unscored: 0 });
  expect(count?.value.cards.map(({ bads }) => bads)).toContainEqual({ [before.points]: 1 });
});

test('a loan from before the first score is held against today’s cards as of its first day, and counted apart', async () => {
  // The penalty of 2026-01-15 is not known a month earlier, and takes points by then.
  const { platform, store } = await withConsent('credit_assessment');
  const told = await done(platform.readScore(OPERATOR, { code: CODE }));
  const observedFrom = date('2025-12-15');
  const asked = { code: CODE, asOf: observedFrom, changes: [] };
  const { before: then } = await done(platform.whatIf(OPERATOR, asked));
  expect(then.points).toBeGreaterThan(told.points);
  await done(platform.reportOutcome(aBank(), aReport({ classification: 'loss', observedFrom })));
  const { week } = await done(platform.monitorScores(OPERATOR, {}));
  const count = await store.get('scoreCount', week);
  expect(count?.value.outcomes).toEqual({ reported: 1, open: 0, retrospective: 1, unscored: 0 });
  expect(count?.value.cards.map(({ bads }) => bads)).toContainEqual({ [then.points]: 1 });
  const kept = await store.list('pastScoresOf', CODE, { limit: 10 });
  expect(kept.items.length).toBe(1);
});

test('a firm that was not there yet has no score in retrospect', async () => {
  const { platform, store } = await withConsent('credit_assessment');
  const early = { observedFrom: date('2011-01-01'), observedTo: date('2011-12-01') } as const;
  await done(platform.reportOutcome(aBank(), aReport({ classification: 'loss', ...early })));
  const { week } = await done(platform.monitorScores(OPERATOR, {}));
  const count = await store.get('scoreCount', week);
  expect(count?.value.outcomes).toEqual({ reported: 1, open: 0, retrospective: 0, unscored: 1 });
});

test('a week that began before anybody was scored has its figures once somebody is', async () => {
  const store = memoryStore();
  const { platform } = await aWatchedCity(store, [CODE]);
  expect(await done(platform.monitorScores(OPERATOR, {}))).toMatchObject({ finished: false });
  expect(await store.get('scoreMonitoring', WEEK as never)).toBeUndefined();
  await done(platform.scoreEnterprise(OPERATOR, { code: CODE }));
  expect(await done(platform.monitorScores(OPERATOR, {}))).toMatchObject({ finished: true });
  const kept = await store.get('scoreMonitoring', WEEK as never);
  expect(kept?.value).toMatchObject({ firms: 1, unscored: 0 });
});

test('the sweep watches the scores', async () => {
  const { platform, store } = await aCity();
  for await (const { step, outcome } of sweep(platform, {}))
    if (step === 'monitorScores') expect(outcome).toMatchObject({ ok: true });
  expect(await store.get('scoreMonitoring', WEEK as never)).toBeDefined();
});

test('without a consent to this bank for this purpose nothing is reported', async () => {
  const { platform: none } = await aCity();
  const { platform: other } = await withConsent('guarantee_assessment');
  const { platform } = await withConsent('credit_assessment');
  const refused = { ok: false, refusal: { code: 'consent_required' } };
  expect(await none.reportOutcome(aBank(), aReport())).toMatchObject(refused);
  expect(await other.reportOutcome(aBank(), aReport())).toMatchObject(refused);
  const stranger = aBank('bank.risk', 'bank_wuzhong');
  const theirs = aReport({ bank: 'bank_wuzhong' });
  expect(await platform.reportOutcome(stranger, theirs)).toMatchObject(refused);
  expect(await platform.reportOutcome(aBank(), aReport())).toMatchObject({ ok: true });
});

test('a consent that has run its time is a basis, one revoked is none', async () => {
  const city = await withConsent('credit_assessment');
  city.on(addDays(TODAY, 400));
  expect(await city.platform.reportOutcome(aBank(), aReport())).toMatchObject({ ok: true });
  const { platform } = await withConsent('credit_assessment');
  await done(platform.revokeConsent(aFirm(CODE), someTerms().id));
  expect(await platform.reportOutcome(aBank(), aReport())).toMatchObject({
    refusal: { code: 'consent_required' },
  });
});

test('the same report is one, a correction moves its version, another loan is refused', async () => {
  const { platform, store } = await withConsent('credit_assessment');
  const report = (told: Partial<OutcomeReport> = {}) =>
    platform.reportOutcome(aBank(), aReport(told));
  expect(await report()).toMatchObject({ value: { version: 1, created: true } });
  expect(await report()).toMatchObject({ value: { version: 1, created: false } });
  const corrected = await report({ classification: 'doubtful' });
  expect(corrected).toMatchObject({ value: { version: 2, created: false } });
  expect(await report({ loan: 'L-2' })).toMatchObject({
    refusal: { code: 'outcome_differs', field: 'loan' },
  });
  const { items } = await store.list('auditOf', 'outcome/outcome_one', { limit: 10 });
  expect(items.length).toBe(2);
});

test('a bank neither reports for another bank nor reads its reports', async () => {
  const { platform } = await withConsent('credit_assessment');
  await done(platform.reportOutcome(aBank(), aReport()));
  const stranger = aBank('bank.risk', 'bank_wuzhong');
  expect(await platform.reportOutcome(stranger, aReport())).toMatchObject({
    refusal: { code: 'not_found' },
  });
  expect(await platform.readOutcome(stranger, 'outcome_one')).toMatchObject({
    refusal: { code: 'not_found' },
  });
  expect(await platform.readOutcome(aBank(), 'outcome_one')).toMatchObject({
    value: { value: { reportedOn: date('2026-03-02') } },
  });
});
