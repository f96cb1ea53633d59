import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BankId, NeedId } from '#domain/ids';
import { assign } from '#domain/matching-event/assign';
import type { Assignment } from '#domain/matching-event/assignment';
import { findBlockingPairs, type Placement } from '#domain/matching-event/find-blocking-pairs';
import type { Participants } from '#domain/matching-event/participants';
import { inPreference, inPriority } from '#domain/matching-event/ties';
import { fen } from '#domain/money';
import { aLender, anEntrant, anyEvent, bankIdAt, needIdAt } from './an-event.ts';

const placementsOf = ({ outcomes }: Assignment): readonly Placement[] =>
  outcomes.map((outcome) => ({
    need: outcome.need,
    steps: outcome.status === 'assigned' ? outcome.steps : [],
  }));

/** `need → bank`, of those that have one. */
const pairsOf = ({ outcomes }: Assignment): Readonly<Record<string, string>> =>
  Object.fromEntries(
    outcomes.flatMap((one) => (one.status === 'assigned' ? [[one.need, one.bank]] : [])),
  );

const outcomeOf = (assignment: Assignment, need: number) =>
  assignment.outcomes.find((one) => one.need === needIdAt(need));

const events = {
  'one size': anyEvent({ needs: 8, banks: 4 }, 'one size'),
  'number alone': anyEvent({ needs: 8, banks: 4 }, 'number alone'),
  'any size': anyEvent({ needs: 10, banks: 4 }, 'any size'),
} as const;

describe.each(Object.entries(events))('needs of %s', (_, anyOf) => {
  test('no assignment has a blocking pair, breaks a quota, or gives a need twice or to whom it does not list', () => {
    fc.assert(
      fc.property(anyOf, (event) => {
        expect(findBlockingPairs(event, placementsOf(assign(event)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('the order in which participants and their lists come does not matter', () => {
    fc.assert(
      fc.property(anyOf, ({ event, needs, banks }) => {
        const turned = {
          event,
          needs: needs
            .map((need) => ({ ...need, preferences: need.preferences.toReversed() }))
            .toReversed(),
          banks: banks
            .map((bank) => ({ ...bank, priorities: bank.priorities.toReversed() }))
            .toReversed(),
        };
        expect(assign(turned)).toEqual(assign({ event, needs, banks }));
      }),
    );
  });

  test('every need is told of every bank that it would rather have had, and of those alone', () => {
    fc.assert(
      fc.property(anyOf, (event) => {
        for (const outcome of assign(event).outcomes) {
          const need = event.needs.find(({ id }) => id === outcome.need);
          const better =
            outcome.status === 'assigned' ? outcome.place - 1 : need?.preferences.length;
          expect(outcome.passedOver.map(({ place }) => place)).toEqual(
            Array.from({ length: better ?? 0 }, (__, index) => index + 1),
          );
        }
      }),
    );
  });

  test('one more need that nobody takes changes nothing for the others', () => {
    fc.assert(
      fc.property(anyOf, (event) => {
        const stranger = anEntrant(50, { wants: event.banks.map((__, at) => [at, 9]) });
        const more = { ...event, needs: [stranger, ...event.needs] };
        expect(pairsOf(assign(more))).toEqual(pairsOf(assign(event)));
      }),
    );
  });
});

test.each(['one size', 'number alone'] as const)(
  'needs of %s take one round, and nobody is overtaken',
  (amounts) => {
    fc.assert(
      fc.property(events[amounts], (event) => {
        const { rounds, outcomes } = assign(event);
        expect(rounds).toBeLessThanOrEqual(1);
        const codes = outcomes.flatMap(({ passedOver }) => passedOver.map(({ code }) => code));
        expect(codes).not.toContain('overtaken');
      }),
    );
  },
);

/** Every way in which needs could go to banks that list them and have room, needs in order. */
function* allAssignments(
  { needs, banks }: Participants,
  from = 0,
): Generator<ReadonlyMap<NeedId, BankId>> {
  const need = needs[from];
  if (!need) {
    yield new Map();
    return;
  }
  for (const rest of allAssignments({ event: '', needs, banks }, from + 1)) {
    yield rest;
    for (const { bank: id } of need.preferences) {
      const bank = banks.find((one) => one.id === id);
      if (!bank?.priorities.some((priority) => priority.need === need.id)) continue;
      const there = needs.filter((one) => rest.get(one.id) === id);
      const amount = there.reduce(
        (total: number, { principal }) => total + principal,
        need.principal,
      );
      if (there.length < bank.quota && amount <= bank.amount)
        yield new Map([...rest, [need.id, id]]);
    }
  }
}

/** A pair blocks: both would rather, and the bank has room beside those that it ranks before. Points alone, no ties. */
function blocks(
  { needs, banks }: Participants,
  pairs: ReadonlyMap<NeedId, BankId>,
  isBefore: 'strictly' | 'by lot',
  event: string,
): boolean {
  return needs.some((need) => {
    const has = need.preferences.find(({ bank }) => bank === pairs.get(need.id));
    return need.preferences.some((wish) => {
      const rather =
        has === undefined ||
        (isBefore === 'strictly'
          ? wish.points > has.points
          : inPreference(event, need).indexOf(wish) < inPreference(event, need).indexOf(has));
      const bank = banks.find(({ id }) => id === wish.bank);
      const own = bank?.priorities.find((one) => one.need === need.id);
      if (!rather || !bank || !own || wish.bank === pairs.get(need.id)) return false;
      const order = inPriority(bank, new Map(needs.map((one) => [one.id, one])));
      const standing = order.findIndex((one) => one.need === need);
      const stay = order
        .filter(({ points }, at) =>
          isBefore === 'strictly' ? points >= own.points : at < standing,
        )
        .flatMap((one) =>
          one.need !== need && pairs.get(one.need.id) === bank.id ? [one.need] : [],
        );
      const amount = stay.reduce(
        (total: number, { principal }) => total + principal,
        need.principal,
      );
      return stay.length < bank.quota && amount <= bank.amount;
    });
  });
}

test.each(['one size', 'number alone'] as const)(
  'needs of %s: among all stable assignments every need gets its best, found by trying them all',
  (amounts) => {
    fc.assert(
      fc.property(anyEvent({ needs: 4, banks: 3 }, amounts), (event) => {
        const pairs = new Map(Object.entries(pairsOf(assign(event)))) as Map<NeedId, BankId>;
        expect(blocks(event, pairs, 'strictly', event.event)).toBe(false);
        expect(blocks(event, pairs, 'by lot', event.event)).toBe(false);
        for (const other of allAssignments(event)) {
          if (blocks(event, other, 'by lot', event.event)) continue;
          for (const need of event.needs) {
            const order = inPreference(event.event, need);
            const placeIn = (of: ReadonlyMap<NeedId, BankId>) => {
              const place = order.findIndex(({ bank }) => bank === of.get(need.id));
              return place < 0 ? order.length : place;
            };
            expect(placeIn(pairs)).toBeLessThanOrEqual(placeIn(other));
          }
        }
      }),
      { numRuns: 200 },
    );
  },
);

test('needs of any size: among all assignments that are stable in their first round every need gets its best there', () => {
  fc.assert(
    fc.property(anyEvent({ needs: 4, banks: 3 }, 'any size'), (event) => {
      const first = new Map(
        placementsOf(assign(event)).flatMap(({ need, steps }) =>
          steps[0]?.round === 1 ? [[need, steps[0].bank] as const] : [],
        ),
      );
      for (const other of allAssignments(event)) {
        const placements = [...other].map(([need, bank]) => ({
          need,
          steps: [{ round: 1, bank }],
        }));
        const unstable = findBlockingPairs(event, placements).some(({ code }) => code !== 'room');
        if (unstable) continue;
        for (const need of event.needs) {
          const order = inPreference(event.event, need);
          const placeIn = (of: ReadonlyMap<NeedId, BankId>) => {
            const place = order.findIndex(({ bank }) => bank === of.get(need.id));
            return place < 0 ? order.length : place;
          };
          expect(placeIn(first)).toBeLessThanOrEqual(placeIn(other));
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('the textbook market ends as Gale and Shapley say: everybody who can trade to their advantage has', () => {
  const needs = [
    anEntrant(0, {
      wants: [
        [0, 3],
        [1, 2],
        [2, 1],
      ],
    }),
    anEntrant(1, {
      wants: [
        [1, 3],
        [0, 2],
        [2, 1],
      ],
    }),
    anEntrant(2, {
      wants: [
        [0, 3],
        [1, 2],
        [2, 1],
      ],
    }),
  ];
  const banks = [
    aLender(0, {
      takes: [
        [1, 3],
        [0, 2],
        [2, 1],
      ],
    }),
    aLender(1, {
      takes: [
        [0, 3],
        [1, 2],
        [2, 1],
      ],
    }),
    aLender(2, {
      takes: [
        [0, 3],
        [1, 2],
        [2, 1],
      ],
    }),
  ];
  expect(pairsOf(assign({ event: 'event_a', needs, banks }))).toEqual({
    need_n0: 'bank_b0',
    need_n1: 'bank_b1',
    need_n2: 'bank_b2',
  });
});

test('where sizes let no assignment be stable in every pair, there is still one, and it names whom it overtakes', () => {
  // McDermid and Manlove: a large need and two small ones chase each other through two banks.
  const needs = [
    anEntrant(0, { principal: fen(2), wants: [[0, 1]] }),
    anEntrant(1, {
      principal: fen(1),
      wants: [
        [0, 2],
        [1, 1],
      ],
    }),
    anEntrant(2, {
      principal: fen(1),
      wants: [
        [1, 2],
        [0, 1],
      ],
    }),
  ];
  const banks = [
    aLender(0, {
      quota: 9,
      amount: fen(2),
      takes: [
        [2, 3],
        [0, 2],
        [1, 1],
      ],
    }),
    aLender(1, {
      quota: 9,
      amount: fen(1),
      takes: [
        [1, 2],
        [2, 1],
      ],
    }),
  ];
  const event = { event: 'event_a', needs, banks };
  const all = [...allAssignments(event)];
  expect(all.every((pairs) => blocks(event, pairs, 'by lot', 'event_a'))).toBe(true);
  expect(findBlockingPairs(event, placementsOf(assign(event)))).toEqual([]);
});

describe('a bank of 10 yuan that ranks four needs of 6, 5, 3 and 1 yuan', () => {
  const wants = [[0, 1]] as const;
  const needs = [600, 500, 300, 100].map((principal, index) =>
    anEntrant(index, { principal: fen(principal), wants }),
  );
  const takes = [
    [0, 9],
    [1, 8],
    [2, 7],
    [3, 6],
  ] as const;
  const event = (quota: number) => ({
    event: 'event_a',
    needs,
    banks: [aLender(0, { quota, amount: fen(1000), takes })],
  });

  test('takes the first, passes over the second, and hands what is left to the third and fourth in a second round', () => {
    const assignment = assign(event(9));
    expect(assignment).toMatchObject({ assigned: 3, unassigned: 1, amount: 1000, rounds: 2 });
    expect(outcomeOf(assignment, 0)).toMatchObject({ steps: [{ round: 1, bank: bankIdAt(0) }] });
    expect(outcomeOf(assignment, 2)).toMatchObject({ steps: [{ round: 2, bank: bankIdAt(0) }] });
    expect(outcomeOf(assignment, 1)).toMatchObject({
      status: 'unassigned',
      why: 'passed_over',
      passedOver: [{ code: 'quota_amount', ahead: 1, left: 400 }],
    });
  });

  test('takes two by number, and says so to the last', () => {
    const assignment = assign(event(2));
    expect(pairsOf(assignment)).toEqual({ need_n0: 'bank_b0', need_n2: 'bank_b0' });
    expect(outcomeOf(assignment, 3)).toMatchObject({
      passedOver: [{ code: 'quota_number', ahead: 2 }],
    });
  });
});

test.each([
  ['no_capacity', aLender(0, { quota: 0, takes: [[0, 1]] })],
  ['no_capacity', aLender(0, { amount: fen(0), takes: [[0, 1]] })],
  ['not_listed', aLender(0)],
  ['over_amount', aLender(0, { amount: fen(99), takes: [[0, 1]] })],
] as const)('a need is passed over as %s', (code, bank) => {
  const needs = [anEntrant(0, { wants: [[0, 1]] })];
  const assignment = assign({ event: 'event_a', needs, banks: [bank] });
  expect(outcomeOf(assignment, 0)).toMatchObject({ why: 'passed_over', passedOver: [{ code }] });
});

test('a need that lists no bank is told that nothing fits it', () => {
  const assignment = assign({ event: 'event_a', needs: [anEntrant(0)], banks: [aLender(0)] });
  expect(outcomeOf(assignment, 0)).toMatchObject({ status: 'unassigned', why: 'nothing_fits' });
});

test('of equal points whoever posted first stands first, and then the smaller id', () => {
  const wants = [[0, 1]] as const;
  const needs = [anEntrant(2, { wants }), anEntrant(1, { wants }), anEntrant(0, { wants })];
  const takes = [
    [0, 1],
    [1, 1],
    [2, 1],
  ] as const;
  const one = assign({ event: 'event_a', needs, banks: [aLender(0, { takes })] });
  expect(pairsOf(one)).toEqual({ need_n0: 'bank_b0' });
  const submittedAt = anEntrant(9).submittedAt;
  const atOnce = needs.map((need) => ({ ...need, submittedAt }));
  const same = assign({ event: 'event_a', needs: atOnce, banks: [aLender(0, { takes })] });
  expect(pairsOf(same)).toEqual({ need_n0: 'bank_b0' });
});

test('no bank wins the ties of all needs by its name', () => {
  const wants = [
    [0, 1],
    [1, 1],
  ] as const;
  const first = Array.from({ length: 1000 }, (_, index) => {
    const need = { ...anEntrant(0, { wants }), id: `need_${index}` as const };
    return inPreference('event_a', need)[0]?.bank;
  }).filter((bank) => bank === bankIdAt(0)).length;
  expect(first).toBeGreaterThan(400);
  expect(first).toBeLessThan(600);
});
