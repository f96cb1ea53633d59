import { expect, test } from 'vitest';
import { expertCard } from '#domain/scoring/expert-card';
import { microCard } from '#domain/scoring/micro-card';
import type { Scorecard } from '#domain/scoring/scorecard';
import { thinCard } from '#domain/scoring/thin-card';
import { date } from '#domain/time';
import { join } from '#platform/join';
import { CODE, instant, TODAY } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { anOfficer } from '#test/support/principals';
import { deliver, done, OFFICE } from '#test/support/slice';

const modeller = anOfficer('office.model');
const approver = { ...anOfficer('office.approver'), id: 'officer-other' };
/** The same card, in which honours weigh as much and operating firms a point less. */
const next = (card: Scorecard): Scorecard => ({ ...card, version: card.version + 1, en: 'Next' });

async function aCity() {
  const { ports, store } = memoryPorts();
  const clock = { now: '2026-03-02T01:00:00.000Z' };
  const platform = join({ ...ports, now: () => instant(clock.now) });
  await deliver(platform, 'enterprise-registration', [
    { code: CODE, name: '苏州禾木精密制造有限公司', established_on: '2012-05-08' },
  ]);
  await deliver(platform, 'tax-grade', [
    { code: CODE, year: '2024', grade: 'C', published_on: '2025-04-20' },
  ]);
  const activate = async (card: Scorecard, from = TODAY) => {
    const { value } = await done(platform.draftCard(modeller, { card, role: 'champion' }));
    await done(platform.checkCard(modeller, value.id));
    await done(platform.approveCard(approver, value.id));
    return done(platform.activateCard(approver, { id: value.id, from }));
  };
  return { store, platform, clock, activate };
}

test('a card scores once a second person has approved it, and the city is scored anew', async () => {
  const { store, platform, activate } = await aCity();
  const before = await done(platform.scoreEnterprise(OFFICE, { code: CODE }));
  expect(before.card).toEqual({ id: 'expert', version: expertCard.version });
  const events = store.events.length;
  await activate(next(expertCard));
  expect(store.events.slice(events).map(({ type }) => type)).toEqual(['city_rescoring']);
  const after = await done(platform.scoreEnterprise(OFFICE, { code: CODE }));
  expect(after.card).toEqual({ id: 'expert', version: expertCard.version + 1 });
  expect(after.cardHash).not.toBe(before.cardHash);
});

test('a card that begins later scores nobody today', async () => {
  const { store, platform, activate } = await aCity();
  const events = store.events.length;
  await activate(next(expertCard), date('2026-04-01'));
  expect(store.events.length).toBe(events);
  const score = await done(platform.scoreEnterprise(OFFICE, { code: CODE }));
  expect(score.card.version).toBe(expertCard.version);
});

test('who has drafted a card does not approve it, whatever their roles', async () => {
  const { platform } = await aCity();
  const both = { ...modeller, roles: ['office.model', 'office.approver'] } as const;
  const { value } = await done(
    platform.draftCard(both, { card: next(microCard), role: 'champion' }),
  );
  await done(platform.checkCard(both, value.id));
  expect(await platform.approveCard(both, value.id)).toMatchObject({
    refusal: { code: 'card_same_person' },
  });
  expect(await platform.approveCard(modeller, value.id)).toMatchObject({
    refusal: { code: 'forbidden' },
  });
});

test('a version never changes what it says', async () => {
  const { platform } = await aCity();
  const card = next(thinCard);
  await done(platform.draftCard(modeller, { card, role: 'challenger' }));
  const again = await done(platform.draftCard(modeller, { card, role: 'challenger' }));
  expect(again.created).toBe(false);
  expect(
    await platform.draftCard(modeller, { card: { ...card, zh: '另一张' }, role: 'challenger' }),
  ).toMatchObject({ refusal: { code: 'card_differs', field: 'card' } });
});

test('a challenger scores nobody', async () => {
  const { platform } = await aCity();
  const card = next(expertCard);
  const { value } = await done(platform.draftCard(modeller, { card, role: 'challenger' }));
  await done(platform.checkCard(modeller, value.id));
  await done(platform.approveCard(approver, value.id));
  await done(platform.activateCard(approver, { id: value.id, from: TODAY }));
  const score = await done(platform.scoreEnterprise(OFFICE, { code: CODE }));
  expect(score.card.version).toBe(expertCard.version);
});

test('a score of the past replays to the byte when card and records have moved on', async () => {
  const { store, platform, clock, activate } = await aCity();
  const then = await done(platform.scoreEnterprise(OFFICE, { code: CODE }));
  clock.now = '2026-04-02T01:00:00.000Z';
  await deliver(
    platform,
    'dishonest-debtor',
    [{ code: CODE, case_number: '1', court: '姑苏区人民法院', listed_on: '2026-01-10' }],
    'batch_later',
  );
  await activate(next(expertCard));
  const now = await done(platform.scoreEnterprise(OFFICE, { code: CODE }));
  expect(now.points).not.toBe(then.points);
  const { scoredAt } = then;
  const replayed = await done(platform.replayScore(OFFICE, { code: CODE, scoredAt }));
  const {
    revision: _,
    holdings: __,
    segment: ___,
    cardHash: ____,
    schemeHash: _____,
    factsHash: ______,
    scoredAt: _______,
    ...told
  } = then;
  expect(replayed.same).toBe(true);
  expect(JSON.stringify(replayed.score)).toBe(JSON.stringify(told));
  const history = await store.list('pastScoresOf', CODE, { limit: 10 });
  expect(history.items.map(({ value }) => value.scoredAt)).toEqual([now.scoredAt, then.scoredAt]);
});

test('a score that nobody has told is not found', async () => {
  const { platform } = await aCity();
  const scoredAt = instant('2020-01-01T00:00:00.000Z');
  expect(await platform.replayScore(OFFICE, { code: CODE, scoredAt })).toMatchObject({
    refusal: { code: 'not_found' },
  });
});
