import { expect, test } from 'vitest';
import { SYSTEM } from '#domain/principal';
import { expertCard } from '#domain/scoring/expert-card';
import type { Scorecard } from '#domain/scoring/scorecard';
import { citySegments, type SegmentScheme } from '#domain/scoring/segments';
import { addDays, type BusinessDate } from '#domain/time';
import { join } from '#platform/join';
import { CODE, instant, TODAY } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { anOfficer } from '#test/support/principals';
import { deliver, done, OFFICE } from '#test/support/slice';

const modeller = anOfficer('office.model');
const approver = { ...anOfficer('office.approver'), id: 'officer-other' };

/** Operating firms with a tax grade go to another card than by the city's own rules. */
const graded = (told: Partial<SegmentScheme> & { readonly card?: string } = {}): SegmentScheme => {
  const { card = 'micro', ...rest } = told;
  const rule = { id: 'graded', zh: '有纳税等级', en: 'Graded', card, source: 'D1' };
  return {
    ...citySegments,
    version: 2,
    rules: [
      { ...rule, anyOf: [{ fact: 'tax_grade', is: ['A', 'B', 'C'] }] },
      ...citySegments.rules,
    ],
    ...rest,
  };
};
const construction: Scorecard = { ...expertCard, id: 'construction', version: 1 };

async function aCity() {
  const { ports, store } = memoryPorts();
  const clock = { now: '2026-03-02T01:00:00.000Z', today: TODAY };
  const platform = join({
    ...ports,
    now: () => instant(clock.now),
    today: () => clock.today,
  });
  await deliver(platform, 'enterprise-registration', [
    { code: CODE, name: '苏州禾木精密制造有限公司', established_on: '2012-05-08' },
  ]);
  await deliver(platform, 'tax-grade', [
    { code: CODE, year: '2024', grade: 'C', published_on: '2025-04-20' },
  ]);
  const approve = async (scheme: SegmentScheme) => {
    const { value } = await done(platform.draftScheme(modeller, scheme));
    await done(platform.checkScheme(modeller, value.id));
    return done(platform.approveScheme(approver, value.id));
  };
  const activate = async (scheme: SegmentScheme, from: BusinessDate = clock.today) => {
    const { id } = await approve(scheme);
    return done(platform.activateScheme(approver, { id, from }));
  };
  const activateCard = async (card: Scorecard, from: BusinessDate = clock.today) => {
    const { value } = await done(platform.draftCard(modeller, { card, role: 'champion' }));
    await done(platform.checkCard(modeller, value.id));
    await done(platform.approveCard(approver, value.id));
    return done(platform.activateCard(approver, { id: value.id, from }));
  };
  const score = () => done(platform.scoreEnterprise(OFFICE, { code: CODE }));
  return { store, platform, clock, approve, activate, activateCard, score };
}

test('rules choose once a second person has approved them, and the city is scored anew', async () => {
  const { store, activate, score } = await aCity();
  const before = await score();
  expect([before.card.id, before.segment?.version]).toEqual(['expert', 1]);
  const events = store.events.length;
  const active = await activate(graded());
  expect(active.announced).toBe(TODAY);
  expect(store.events.slice(events).map(({ type }) => type)).toEqual(['city_rescoring']);
  const after = await score();
  expect(after.card.id).toBe('micro');
  expect(after.segment).toEqual({ scheme: 'city', version: 2, id: 'graded' });
  expect(after.schemeHash).not.toBe(before.schemeHash);
});

test('rules that begin later choose for nobody today, and score the city anew on their day, once', async () => {
  const { store, platform, clock, activate, score } = await aCity();
  const events = store.events.length;
  const begins = addDays(TODAY, 30);
  await activate(graded(), begins);
  expect(store.events.length).toBe(events);
  expect((await score()).card.id).toBe('expert');
  clock.today = begins;
  expect(await done(platform.beginCards(SYSTEM, {}))).toEqual({ begun: 1 });
  expect(await done(platform.beginCards(SYSTEM, {}))).toEqual({ begun: 0 });
  expect((await score()).card.id).toBe('micro');
});

test('who has drafted rules does not approve them, whatever their roles', async () => {
  const { platform } = await aCity();
  const both = { ...modeller, roles: ['office.model', 'office.approver'] } as const;
  const { value } = await done(platform.draftScheme(both, graded()));
  await done(platform.checkScheme(both, value.id));
  expect(await platform.approveScheme(both, value.id)).toMatchObject({
    refusal: { code: 'scheme_same_person' },
  });
  expect(await platform.activateScheme(approver, { id: value.id, from: TODAY })).toMatchObject({
    refusal: { code: 'scheme_status_wrong' },
  });
});

test('a version of the rules never changes what it says, nor does the one that the platform comes with', async () => {
  const { platform } = await aCity();
  await done(platform.draftScheme(modeller, graded()));
  expect((await done(platform.draftScheme(modeller, graded()))).created).toBe(false);
  expect(await platform.draftScheme(modeller, graded({ card: 'thin' }))).toMatchObject({
    refusal: { code: 'scheme_differs' },
  });
  expect(await platform.draftScheme(modeller, graded({ version: 1 }))).toMatchObject({
    refusal: { code: 'scheme_differs' },
  });
  expect((await done(platform.draftScheme(modeller, citySegments))).created).toBe(true);
});

test('of rules with a fault the first is told with its place', async () => {
  const { platform } = await aCity();
  expect(await platform.draftScheme(modeller, graded({ card: 'nowhere' }))).toMatchObject({
    refusal: { code: 'scheme_faulty', field: 'rules[0].card', actual: 'card_absent' },
  });
});

test('a score of the past replays to the byte, by the card that was chosen then, when the rules have moved on', async () => {
  const { platform, clock, activate, score } = await aCity();
  const then = await score();
  clock.now = '2026-04-02T01:00:00.000Z';
  await activate(graded());
  const now = await score();
  expect([then.card.id, now.card.id]).toEqual(['expert', 'micro']);
  for (const told of [then, now]) {
    const { scoredAt, segment, points, card } = told;
    const replayed = await done(platform.replayScore(OFFICE, { code: CODE, scoredAt }));
    expect(replayed).toMatchObject({ same: true, segment, score: { points, card } });
  }
});

test('a replay that comes to another segment than was told says so', async () => {
  const { store, platform, score } = await aCity();
  const { scoredAt } = await score();
  const past = await store.get('pastScore', `${CODE}/${scoredAt}`);
  if (!past?.value.segment) throw new Error('the score keeps its segment');
  const segment = { ...past.value.segment, id: 'micro' };
  const value = { ...past.value, segment };
  await store.commit({
    changes: [{ kind: 'pastScore', value, expected: past.version }],
    events: [],
  });
  expect((await done(platform.replayScore(OFFICE, { code: CODE, scoredAt }))).same).toBe(false);
});

test('a score that was told before schemes were kept replays as it did', async () => {
  const { store, platform, score } = await aCity();
  const { scoredAt } = await score();
  const past = await store.get('pastScore', `${CODE}/${scoredAt}`);
  if (!past) throw new Error('the score was told');
  const { segment: _, schemeHash: __, ...value } = past.value;
  await store.commit({
    changes: [{ kind: 'pastScore', value, expected: past.version }],
    events: [],
  });
  const replayed = await done(platform.replayScore(OFFICE, { code: CODE, scoredAt }));
  expect([replayed.same, replayed.segment]).toEqual([true, undefined]);
});

test('where rules are retired, those before them stand again', async () => {
  const { platform, activate, score } = await aCity();
  await activate(graded());
  const { id } = await activate(graded({ version: 3, card: 'thin' }));
  expect((await score()).card.id).toBe('thin');
  await done(platform.retireScheme(approver, id));
  expect((await score()).card.id).toBe('micro');
  await done(platform.retireScheme(approver, 'scheme_city.2'));
  expect((await score()).segment).toMatchObject({ version: 1, id: 'general' });
});

test('rules wait for their cards, and a card that they need stays', async () => {
  const { platform, clock, approve, activateCard, score } = await aCity();
  const begins = addDays(TODAY, 30);
  const { value: card } = await done(
    platform.draftCard(modeller, { card: construction, role: 'champion' }),
  );
  const { id } = await approve(graded({ card: 'construction' }));
  const activate = () => platform.activateScheme(approver, { id, from: begins });
  expect(await activate()).toMatchObject({
    refusal: { code: 'scheme_faulty', field: 'rules[0].card', actual: 'card_absent' },
  });
  await done(platform.checkCard(modeller, card.id));
  await done(platform.approveCard(approver, card.id));
  await done(platform.activateCard(approver, { id: card.id, from: begins }));
  await done(activate());
  const inUse = { refusal: { code: 'card_in_use', actual: id } };
  const later = { id: card.id, from: addDays(begins, 1) };
  expect(await platform.activateCard(approver, later)).toMatchObject(inUse);
  expect(await platform.retireCard(approver, card.id)).toMatchObject(inUse);
  clock.today = begins;
  expect((await score()).card).toEqual({ id: 'construction', version: 1 });
  expect(await platform.retireCard(approver, card.id)).toMatchObject(inUse);
  await activateCard({ ...construction, version: 2 });
  await done(platform.retireCard(approver, card.id));
  expect((await score()).card).toEqual({ id: 'construction', version: 2 });
});

test('rules whose card is gone all the same choose nobody: those before them stand', async () => {
  const { store, activate, activateCard, score } = await aCity();
  const card = await activateCard(construction);
  await activate(graded({ card: 'construction' }));
  const kept = await store.get('cardVersion', card.id);
  if (!kept) throw new Error('it was activated');
  const value = { ...kept.value, status: 'retired', activeTo: addDays(TODAY, -1) } as const;
  await store.commit({
    changes: [{ kind: 'cardVersion', value, expected: kept.version }],
    events: [],
  });
  expect((await score()).segment).toMatchObject({ version: 1, id: 'general' });
});

test('a look at the city by other rules stores nothing', async () => {
  const { store, platform, score } = await aCity();
  const kept = await score();
  const events = store.events.length;
  const { items } = await done(platform.scoreCity(OFFICE, { limit: 10, scheme: graded() }));
  expect(items).toMatchObject([{ segment: 'graded', card: { id: 'micro' } }]);
  expect(store.events.length).toBe(events);
  expect((await store.get('score', CODE))?.value).toEqual(kept);
  const scheme = graded({ card: 'nowhere' });
  expect(await platform.scoreCity(OFFICE, { limit: 10, scheme })).toMatchObject({
    refusal: { code: 'scheme_faulty' },
  });
});
