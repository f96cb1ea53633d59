import { beforeEach, describe, expect, test } from 'vitest';
import type { BankId, NeedId } from '#domain/ids';
import type { Ranked } from '#domain/matching-event/best-of-banks';
import type { EventNeed } from '#domain/matching-event/matching-event';
import { MAX_EVENT_BANKS, MAX_EVENT_NEEDS } from '#domain/matching-event/participants';
import { fen } from '#domain/money';
import type { Need } from '#domain/need/need';
import { addDays } from '#domain/time';
import { aNeed, instant, TODAY } from '#test/support/builders';
import { type MemoryStore, memoryStore } from '#test/support/memory-store';
import { OPERATOR } from '#test/support/principals';
import { done, slicePorts } from '#test/support/slice';
import { assignMatchingEvent } from '#usecases/assign-matching-event';
import { bringCapacity } from '#usecases/bring-capacity';
import { cancelMatchingEvent } from '#usecases/cancel-matching-event';
import { joinMatchingEvent } from '#usecases/join-matching-event';
import { openMatchingEvent } from '#usecases/open-matching-event';
import type { Ports } from '#usecases/ports';
import type { RankNeed } from '#usecases/rank-for-event';
import { listGotNeeds, readEventNeed } from '#usecases/read-matching-event';

const EVENT = 'event_spring';
const TERMS = { id: EVENT, name: '春季撮合会', closesOn: addDays(TODAY, 7) } as const;
const BANKS: readonly BankId[] = ['bank_gusu', 'bank_wuzhong'];

let store: MemoryStore;
let ports: Ports;
beforeEach(async () => {
  store = memoryStore();
  ports = slicePorts(store);
  await done(openMatchingEvent(ports)(OPERATOR, TERMS));
});

/** Both banks fit every need, the first one better; the likelier a need is, the higher its number. */
const rank: RankNeed = async ({ id }) =>
  BANKS.map(
    (bank, index): Ranked => ({
      product: `product_${bank.slice(5)}`,
      bank,
      points: 90 - index,
      likelihood: Number(id.slice(5)),
    }),
  );

const needAt = (number: number): NeedId => `need_${String(number).padStart(4, '0')}`;

async function post(number: number, told: Partial<Need> = {}): Promise<NeedId> {
  const value = aNeed({ id: needAt(number), principal: fen(100), ...told });
  await store.commit({ changes: [{ kind: 'need', value, expected: 0 }], events: [] });
  return value.id;
}
const joinWith = (need: NeedId) => joinMatchingEvent(ports)(OPERATOR, { event: EVENT, need });
const bring = (bank: BankId, quota: number, amount = fen(1_000_000)) =>
  bringCapacity(ports)(OPERATOR, { event: EVENT, bank, quota, amount });
const run = (by: RankNeed = rank) => assignMatchingEvent(ports, by)(OPERATOR, EVENT);
const outcomeOf = async (need: NeedId): Promise<EventNeed> =>
  (await done(readEventNeed(ports)(OPERATOR, { event: EVENT, need }))).value;

describe('who comes', () => {
  test('opening, joining and bringing twice is doing it once', async () => {
    const need = await post(1);
    await done(joinWith(need));
    await done(bring('bank_gusu', 1));
    const before = await store.get('matchingEvent', EVENT);
    expect(await done(openMatchingEvent(ports)(OPERATOR, TERMS))).toMatchObject({ created: false });
    expect(await done(joinWith(need))).toMatchObject({ created: false });
    expect(await done(bring('bank_gusu', 1))).toMatchObject({ created: false });
    expect(await store.get('matchingEvent', EVENT)).toEqual(before);
    expect(before?.value).toMatchObject({ needs: 1, banks: 1 });
  });

  test('a bank says anew what it brings while the event is open, and counts once', async () => {
    await done(bring('bank_gusu', 1));
    expect(await done(bring('bank_gusu', 0, fen(0)))).toMatchObject({
      created: false,
      version: 2,
      value: { quota: 0 },
    });
    expect((await store.get('matchingEvent', EVENT))?.value.banks).toBe(1);
  });

  test('other terms under the id of an event are refused by the field in which they differ', async () => {
    const other = { ...TERMS, name: '秋季撮合会' };
    expect(await openMatchingEvent(ports)(OPERATOR, other)).toMatchObject({
      refusal: { code: 'matching_event_differs', field: 'name' },
    });
  });

  test('an event that would be over before it begins is not opened', async () => {
    const past = { ...TERMS, id: 'event_past', closesOn: addDays(TODAY, -1) } as const;
    expect(await openMatchingEvent(ports)(OPERATOR, past)).toMatchObject({
      refusal: { code: 'valid_to_passed', field: 'closesOn' },
    });
  });

  test.each(['needs', 'banks'] as const)('an event has a limit of %s', async (what) => {
    const event = await store.get('matchingEvent', EVENT);
    if (!event) throw new Error('it was opened');
    const most = { needs: MAX_EVENT_NEEDS, banks: MAX_EVENT_BANKS }[what];
    const value = { ...event.value, [what]: most };
    await store.commit({ changes: [{ kind: 'matchingEvent', value, expected: 1 }], events: [] });
    const need = await post(1);
    const come = await (what === 'needs' ? joinWith(need) : bring('bank_gusu', 1));
    expect(come).toMatchObject({ refusal: { code: 'matching_event_full', field: what } });
  });

  test('a need that is withdrawn, or past its last day, does not join', async () => {
    const withdrawn = await post(1, { status: 'withdrawn' });
    const lapsed = await post(2, { validTo: addDays(TODAY, -1) });
    for (const need of [withdrawn, lapsed])
      expect(await joinWith(need)).toMatchObject({ refusal: { code: 'need_not_open' } });
  });

  test('nobody comes after the last day, nor to what is cancelled', async () => {
    const need = await post(1);
    const late = { ...ports, today: () => addDays(TODAY, 8) };
    expect(await joinMatchingEvent(late)(OPERATOR, { event: EVENT, need })).toMatchObject({
      refusal: { code: 'matching_event_status_wrong', actual: 'closed' },
    });
    await done(cancelMatchingEvent(ports)(OPERATOR, EVENT));
    expect(await done(cancelMatchingEvent(ports)(OPERATOR, EVENT))).toMatchObject({
      status: 'cancelled',
    });
    expect(await bring('bank_gusu', 1)).toMatchObject({
      refusal: { code: 'matching_event_status_wrong', actual: 'cancelled' },
    });
    expect(await run()).toMatchObject({ refusal: { code: 'matching_event_status_wrong' } });
  });
});

describe('the assignment', () => {
  test('each bank gets the needs that it is likeliest to approve, and the firm is told why not the better one', async () => {
    for (const number of [1, 2, 3]) await done(joinWith(await post(number)));
    for (const bank of BANKS) await done(bring(bank, 1));
    expect(await done(run())).toMatchObject({
      status: 'assigned',
      asOf: TODAY,
      result: { assigned: 2, unassigned: 1, amount: 200, rounds: 1 },
    });
    expect(await outcomeOf(needAt(3))).toMatchObject({ outcome: { bank: 'bank_gusu', place: 1 } });
    expect(await outcomeOf(needAt(2))).toMatchObject({
      outcome: {
        bank: 'bank_wuzhong',
        passedOver: [{ bank: 'bank_gusu', code: 'quota_number', ahead: 1 }],
      },
    });
    expect(await outcomeOf(needAt(1))).toMatchObject({ outcome: { why: 'passed_over' } });
    const got = await done(
      listGotNeeds(ports)(OPERATOR, { event: EVENT, bank: 'bank_gusu', limit: 10 }),
    );
    expect(got.items).toEqual([
      {
        need: needAt(3),
        product: 'product_gusu',
        edition: 1,
        principal: 100,
        priority: 3,
        round: 1,
      },
    ]);
  });

  test('a bank that brings nothing, and one that did not come, get nobody', async () => {
    await done(joinWith(await post(1)));
    await done(bring('bank_gusu', 0));
    await done(run());
    expect(await outcomeOf(needAt(1))).toMatchObject({
      outcome: { passedOver: [{ code: 'no_capacity' }, { code: 'no_capacity' }] },
    });
  });

  test('a need that was withdrawn after it joined takes nobody’s place', async () => {
    const need = await post(2);
    for (const one of [await post(1), need]) await done(joinWith(one));
    const kept = await store.get('need', need);
    if (!kept) throw new Error('it was posted');
    const value = { ...kept.value, status: 'withdrawn' } as const;
    await store.commit({ changes: [{ kind: 'need', value, expected: 1 }], events: [] });
    await done(bring('bank_gusu', 1));
    expect(await done(run())).toMatchObject({ result: { assigned: 1, unassigned: 0 } });
    expect(await outcomeOf(need)).toMatchObject({ status: 'lapsed' });
  });

  test('asked again it is the same, whatever has become of the market since', async () => {
    await done(joinWith(await post(1)));
    await done(bring('bank_gusu', 1));
    const assigned = await done(run());
    expect(await done(run(async () => []))).toEqual(assigned);
    expect(await cancelMatchingEvent(ports)(OPERATOR, EVENT)).toMatchObject({
      refusal: { code: 'matching_event_status_wrong', actual: 'assigned' },
    });
  });

  test('a firm that comes while the needs are ranked is refused', async () => {
    await done(joinWith(await post(1)));
    const late = await post(2);
    let come: unknown;
    const meanwhile: RankNeed = async (need, asOf) => {
      come ??= await joinWith(late);
      return rank(need, asOf);
    };
    await done(bring('bank_gusu', 2));
    expect(await done(run(meanwhile))).toMatchObject({ needs: 1, ranked: 1 });
    expect(come).toMatchObject({ refusal: { code: 'matching_event_status_wrong' } });
  });

  test('an event without needs is assigned, to nobody', async () => {
    expect(await done(run())).toMatchObject({
      status: 'assigned',
      result: { assigned: 0, unassigned: 0, rounds: 0 },
    });
  });

  test('the day of the first call is the day of all ranking', async () => {
    await done(joinWith(await post(1)));
    const days: string[] = [];
    await done(
      run(async (_, asOf) => {
        days.push(asOf);
        return [];
      }),
    );
    expect(days).toEqual([TODAY]);
  });
});

describe('an event of more needs than one call ranks', () => {
  const MANY = 600;

  beforeEach(async () => {
    for (let number = 1; number <= MANY; number += 1) await done(joinWith(await post(number)));
    await done(bring('bank_gusu', 250));
    await done(bring('bank_wuzhong', 100));
  }, 60_000);

  test('goes on with the same request, lets nobody in meanwhile, and tells no outcome before all stand', async () => {
    const first = await done(run());
    expect(first).toMatchObject({ status: 'ranking', needs: MANY });
    expect(first.ranked).toBeLessThan(MANY);
    expect(await joinWith(await post(MANY + 1))).toMatchObject({
      refusal: { code: 'matching_event_status_wrong', actual: 'ranking' },
    });
    expect(await bring('bank_gusu', 251)).toMatchObject({
      refusal: { code: 'matching_event_status_wrong', actual: 'ranking' },
    });
    expect(await outcomeOf(needAt(1))).not.toHaveProperty('outcome');
    expect(await done(run())).toMatchObject({
      status: 'assigned',
      ranked: MANY,
      result: { assigned: 350, unassigned: 250 },
    });
  });

  test('ends the same where a call breaks off while outcomes are written', async () => {
    const whole = store.copy();
    await done(run());
    const broken = { ...ports, store: failingAfter(store, 3) };
    await expect(assignMatchingEvent(broken, rank)(OPERATOR, EVENT)).rejects.toThrow('broken off');
    const got = { event: EVENT, bank: BANKS[0] ?? 'bank_gusu', limit: 500 } as const;
    expect(await done(listGotNeeds(ports)(OPERATOR, got))).toEqual({ items: [] });
    await done(run());
    const there = slicePorts(whole);
    for (let call = 0; call < 2; call += 1)
      await done(assignMatchingEvent(there, rank)(OPERATOR, EVENT));
    expect(await done(listGotNeeds(ports)(OPERATOR, got))).toEqual(
      await done(listGotNeeds(there)(OPERATOR, got)),
    );
  });
});

/** A store that breaks after so many commits. */
function failingAfter(under: MemoryStore, commits: number): MemoryStore {
  let left = commits;
  return {
    ...under,
    commit: async (commit) => {
      if (left === 0) throw new Error('broken off');
      left -= 1;
      return under.commit(commit);
    },
  };
}

test('the moment at which a firm joins is that of the request', async () => {
  const joinedAt = instant('2026-03-02T03:00:00.000Z');
  const at = { ...ports, now: () => joinedAt };
  const need = await post(1);
  expect(await done(joinMatchingEvent(at)(OPERATOR, { event: EVENT, need }))).toMatchObject({
    value: { joinedAt },
  });
});
