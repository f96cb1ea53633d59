import { expect, test } from 'vitest';
import {
  type AssignmentFault,
  findBlockingPairs,
  type Placement,
} from '#domain/matching-event/find-blocking-pairs';
import { fen } from '#domain/money';
import { aLender, anEntrant, bankIdAt, needIdAt } from './an-event.ts';

/** Two banks that take two needs each in the same order; 6, 5, 4 and 1 yuan want the first one more. */
const event = {
  event: 'event_a',
  needs: [600, 500, 400, 100].map((principal, index) =>
    anEntrant(index, {
      principal: fen(principal),
      wants: [
        [0, 2],
        [1, 1],
      ],
    }),
  ),
  banks: [0, 1].map((index) =>
    aLender(index, {
      quota: 2,
      amount: fen(1000),
      takes: [
        [0, 9],
        [1, 8],
        [2, 7],
        [3, 6],
      ],
    }),
  ),
};

const at = (need: number, ...steps: readonly (readonly [number, number])[]): Placement => ({
  need: needIdAt(need),
  steps: steps.map(([round, bank]) => ({ round, bank: bankIdAt(bank) })),
});
const [toFirst, toSecond] = [
  [1, 0],
  [1, 1],
] as const;

const faults: readonly (readonly [
  string,
  readonly Placement[],
  readonly Partial<AssignmentFault>[],
])[] = [
  [
    'nothing is wrong where nobody overtakes and what is left is handed out in the second round',
    [at(0, toFirst), at(1, toSecond), at(2, toSecond, [2, 0])],
    [{ code: 'room', need: needIdAt(3), bank: bankIdAt(1) }],
  ],
  [
    'nothing is wrong at all',
    [at(0, toFirst), at(1, toSecond), at(2, toSecond, [2, 0]), at(3, [3, 1])],
    [],
  ],
  ['a need is not of the event', [at(7, toFirst)], [{ code: 'need_unknown', need: needIdAt(7) }]],
  [
    'a need stands there twice',
    [at(0, toFirst), at(0, toSecond)],
    [{ code: 'need_twice', need: needIdAt(0) }],
  ],
  ['a bank is not of the event', [at(0, [1, 7])], [{ code: 'bank_unknown', bank: bankIdAt(7) }]],
  [
    'a bank has more than it brings',
    [at(0, toFirst), at(1, toFirst)],
    [{ code: 'over_amount', bank: bankIdAt(0) }],
  ],
  [
    'a bank has more needs than it takes',
    [at(1, toFirst), at(2, toFirst), at(3, toFirst)],
    [{ code: 'over_number', bank: bankIdAt(0) }],
  ],
  [
    'a later round gives something worse',
    [at(0, toFirst, [2, 1])],
    [{ code: 'worse', need: needIdAt(0) }],
  ],
  [
    'a pair would rather have each other',
    [at(0, toSecond), at(1, toFirst), at(2, toFirst)],
    [
      { code: 'blocking', need: needIdAt(0), bank: bankIdAt(0), round: 1 },
      { code: 'overtaking', need: needIdAt(1), bank: bankIdAt(0), round: 1 },
      { code: 'overtaking', need: needIdAt(2), bank: bankIdAt(0), round: 1 },
    ],
  ],
  [
    'a small need gets in behind a large one that does not fit',
    [at(0, toFirst), at(1, toSecond), at(2, toFirst)],
    [{ code: 'overtaking', need: needIdAt(2), bank: bankIdAt(0), round: 1 }],
  ],
];

test.each(faults)('it is found out that %s', (_, placements, expected) => {
  const found = findBlockingPairs(event, placements);
  for (const fault of expected) expect(found).toContainEqual(expect.objectContaining(fault));
  if (expected.length === 0) expect(found).toEqual([]);
  else expect(found.length).toBeGreaterThan(0);
});

test('a pair of which one side does not list the other is no pair', () => {
  const banks = event.banks.map((bank) => ({ ...bank, priorities: [] }));
  expect(findBlockingPairs({ ...event, banks }, [at(0, toFirst)])).toEqual([
    { code: 'unlisted', need: needIdAt(0), bank: bankIdAt(0) },
  ]);
});

test('room that is only made in a round is not handed out in it', () => {
  const placements = [at(0, toFirst), at(1, toSecond), at(2, toSecond, [2, 0]), at(3, [2, 1])];
  expect(findBlockingPairs(event, placements)).toContainEqual({
    code: 'overtaking',
    need: needIdAt(3),
    bank: bankIdAt(1),
    round: 2,
  });
});
