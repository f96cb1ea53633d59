import { beforeEach, expect, test } from 'vitest';
import type { UnifiedCode } from '#domain/ids';
import { SYSTEM } from '#domain/principal';
import { expertCard } from '#domain/scoring/expert-card';
import type { Scorecard } from '#domain/scoring/scorecard';
import { citySegments } from '#domain/scoring/segments';
import { addDays, type date } from '#domain/time';
import { join } from '#platform/join';
import type { Platform } from '#platform/platform';
import { TODAY } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import type { MemoryStore } from '#test/support/memory-store';
import { anOfficer } from '#test/support/principals';
import { deliver, done, FIRM, OFFICE, OTHER_FIRM } from '#test/support/slice';
import type { Ports } from '#usecases/ports';

const modeller = anOfficer('office.model');
const approver = { ...anOfficer('office.approver'), id: 'officer-other' };
/** Gives whoever lacks a fact the least that the indicator gives. */
const harder: Scorecard = {
  ...expertCard,
  version: expertCard.version + 1,
  dimensions: expertCard.dimensions.map((dimension) => ({
    ...dimension,
    indicators: dimension.indicators.map((indicator) => ({
      ...indicator,
      missing: Math.min(indicator.missing, ...indicator.bins.map(({ points }) => points)),
    })),
  })),
};
const ID = `card_expert.${harder.version}` as const;

let clock: { today: ReturnType<typeof date> };
let store: MemoryStore;
let ports: Ports;
let platform: Platform;

beforeEach(async () => {
  clock = { today: TODAY };
  const memory = memoryPorts();
  store = memory.store;
  ports = { ...memory.ports, today: () => clock.today };
  platform = join(ports);
  await deliver(
    platform,
    'enterprise-registration',
    [FIRM, OTHER_FIRM].map((code) => ({ code, name: code, established_on: '2012-05-08' })),
  );
  await deliver(
    platform,
    'tax-grade',
    [FIRM, OTHER_FIRM].map((code) => ({
      code,
      year: '2024',
      grade: 'C',
      published_on: '2025-04-20',
    })),
  );
});

const scoreAll = async (codes: readonly UnifiedCode[] = [FIRM, OTHER_FIRM]) => {
  for (const code of codes) await done(platform.scoreEnterprise(OFFICE, { code }));
};

async function activate(card: Scorecard, role: 'champion' | 'challenger', from = clock.today) {
  const { value } = await done(platform.draftCard(modeller, { card, role }));
  await done(platform.checkCard(modeller, value.id));
  await done(platform.approveCard(approver, value.id));
  return done(platform.activateCard(approver, { id: value.id, from }));
}

test('a challenger is compared over the facts of the latest scores, and changes none of them', async () => {
  await scoreAll();
  await activate(harder, 'challenger');
  const before = await store.get('score', FIRM);
  const compared = await done(platform.compareChallenger(modeller, { challenger: ID }));
  expect(compared).toMatchObject({
    challenger: ID,
    champion: { id: 'expert', version: expertCard.version },
    asOf: TODAY,
    firms: 2,
  });
  expect(compared.after).toBeUndefined();
  expect(compared.largest.map(({ champion }) => champion)).toContain(before?.value.points);
  expect(await store.get('score', FIRM)).toEqual(before);
  const again = await done(platform.compareChallenger(modeller, { challenger: ID }));
  expect(again).toEqual(compared);
});

test('firms without a score, and a version that nobody drafted, are compared with nothing', async () => {
  expect(await platform.compareChallenger(modeller, { challenger: ID })).toMatchObject({
    refusal: { code: 'not_found' },
  });
  await activate(harder, 'challenger');
  const compared = await done(platform.compareChallenger(modeller, { challenger: ID }));
  expect([compared.firms, compared.psi, compared.meanShift]).toEqual([0, 0, 0]);
  await done(platform.retireCard(approver, ID));
  expect(await platform.compareChallenger(modeller, { challenger: ID })).toMatchObject({
    refusal: { code: 'card_status_wrong' },
  });
});

/** Stretches of one firm. */
const oneByOne = (): Ports => ({
  ...ports,
  store: {
    ...store,
    list: (collection, of, page) =>
      store.list(collection, of, collection === 'enterprises' ? { ...page, limit: 1 } : page),
  },
});

test('a comparison begins anew where other rules choose the firms', async () => {
  await scoreAll();
  await activate(harder, 'challenger');
  const slow = join(oneByOne());
  await done(slow.compareChallenger(modeller, { challenger: ID }));
  const [, ...rules] = citySegments.rules;
  const { value } = await done(
    platform.draftScheme(modeller, { ...citySegments, version: 2, rules }),
  );
  await done(platform.checkScheme(modeller, value.id));
  await done(platform.approveScheme(approver, value.id));
  await done(platform.activateScheme(approver, { id: value.id, from: TODAY }));
  const compared = await done(slow.compareChallenger(modeller, { challenger: ID }));
  expect([compared.scheme, compared.firms]).toEqual([value.hash, 1]);
});

test('an interrupted comparison goes on where it stopped, and comes to the same', async () => {
  await scoreAll();
  await activate(harder, 'challenger');
  const whole = await done(
    join({ ...ports, store: store.copy() }).compareChallenger(modeller, { challenger: ID }),
  );
  const slow = join(oneByOne());
  const first = await done(slow.compareChallenger(modeller, { challenger: ID }));
  expect([first.firms, first.after]).toEqual([1, expect.any(String)]);
  clock.today = addDays(TODAY, 1);
  expect(await done(slow.compareChallenger(modeller, { challenger: ID }))).toEqual(whole);
});

test('active challengers are compared every week, and no sooner', async () => {
  await scoreAll();
  await activate(harder, 'challenger');
  const weekly = () => done(platform.compareChallengers(SYSTEM, {}));
  expect(await weekly()).toEqual({ compared: 1, finished: true });
  for (const [days, compared] of [
    [0, 0],
    [6, 0],
    [7, 1],
    [7, 0],
  ] as const) {
    clock.today = addDays(TODAY, days);
    expect((await weekly()).compared, `after ${days} days`).toBe(compared);
  }
  const { items } = await done(platform.listCardComparisons(modeller, { limit: 10 }));
  expect(items.map(({ asOf }) => asOf)).toEqual([addDays(TODAY, 7), TODAY]);
});

test('comparing that has no time left leaves the rest for the next time', async () => {
  await scoreAll();
  await activate(harder, 'challenger');
  expect(await done(platform.compareChallengers(SYSTEM, { stopAt: ports.now() }))).toEqual({
    compared: 0,
    finished: false,
  });
});

test('a card that begins later asks for the city to be scored on that day, once', async () => {
  await activate(harder, 'champion', addDays(TODAY, 3));
  const asked = () => store.events.filter(({ type }) => type === 'city_rescoring').length;
  const before = asked();
  const begin = () => done(platform.beginCards(SYSTEM, {}));
  expect(await begin()).toEqual({ begun: 0 });
  clock.today = addDays(TODAY, 3);
  expect(await Promise.all([begin(), begin()])).toContainEqual({ begun: 1 });
  expect(await begin()).toEqual({ begun: 0 });
  expect(asked()).toBe(before + 1);
  const score = await done(platform.scoreEnterprise(OFFICE, { code: FIRM }));
  expect(score.card.version).toBe(harder.version);
});

test('a card that begins today is not asked for a second time by the sweep, nor is a challenger at all', async () => {
  await activate(harder, 'champion');
  await activate({ ...harder, version: harder.version + 1 }, 'challenger');
  const events = store.events.length;
  expect(await done(platform.beginCards(SYSTEM, {}))).toEqual({ begun: 0 });
  expect(store.events.length).toBe(events);
});

test('the scores that a firm was told are listed for it, newest first, and for no other firm', async () => {
  await scoreAll();
  const { items } = await done(platform.listScores(OFFICE, { code: FIRM, limit: 10 }));
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ asOf: TODAY, card: { id: 'expert' } });
  const nobody = { code: '91320594724404238R' as UnifiedCode, limit: 10 };
  expect(await platform.listScores(OFFICE, nobody)).toMatchObject({
    refusal: { code: 'not_found' },
  });
});
