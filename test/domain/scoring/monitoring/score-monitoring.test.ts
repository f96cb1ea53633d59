import { expect, test } from 'vitest';
import { assert } from '#domain/assert';
import { type ActivationSample, sampleOf } from '#domain/scoring/monitoring/activation-sample';
import { isoWeekOf } from '#domain/scoring/monitoring/iso-week';
import { startCount, withOutcome, withScore } from '#domain/scoring/monitoring/score-count';
import { monitoringOf } from '#domain/scoring/monitoring/score-monitoring';
import type { Scorecard } from '#domain/scoring/scorecard';
import { date } from '#domain/time';
import { CODE, TODAY } from '#test/support/builders';

test.each([
  ['2026-03-02', '2026-W10'],
  ['2026-03-08', '2026-W10'],
  ['2026-03-09', '2026-W11'],
  ['2024-12-30', '2025-W01'],
  ['2021-01-03', '2020-W53'],
  ['1970-01-01', '1970-W01'],
])('%s lies in the week %s', (day, week) => {
  expect(isoWeekOf(date(day))).toBe(week);
});

const WEEK = isoWeekOf(TODAY);

/** One indicator: below 2, from 2, missing. */
const card: Scorecard = {
  id: 'plain',
  version: 1,
  zh: '',
  en: '',
  vetoes: [],
  dimensions: [
    {
      id: 'all',
      zh: '',
      en: '',
      indicators: [
        {
          id: 'steady',
          zh: '',
          en: '',
          fact: 'steady',
          bins: [
            { to: 2, points: 600 },
            { from: 2, points: 800 },
          ],
          missing: 700,
          reason: 'steady',
          reasonZh: '',
          reasonEn: '',
        },
      ],
    },
  ],
  bands: [
    { grade: 'A', from: 900 },
    { grade: 'B', from: 750 },
    { grade: 'C', from: 0 },
  ],
};
const firmIn = (district: string) =>
  ({ code: CODE, name: '', status: 'operating', district }) as const;

/** So many firms with 600 points, and so many with 800. */
function aCount(low: number, high: number, district: (firm: number) => string = () => 'here') {
  let count = startCount(WEEK, TODAY);
  for (let firm = 0; firm < low + high; firm += 1) {
    const isLow = firm < low;
    count = withScore(count, {
      enterprise: firmIn(district(firm)),
      hash: 'h',
      card,
      points: isLow ? 600 : 800,
      grade: isLow ? 'C' : 'B',
      size: undefined,
      facts: { steady: isLow ? 1 : 2 },
    });
  }
  return count;
}

function sampleFrom(count: ReturnType<typeof aCount>): ActivationSample {
  const [of] = count.cards;
  assert(of !== undefined, 'a card was counted');
  const sample = sampleOf(of, count);
  assert(sample !== undefined, 'there are enough firms');
  return sample;
}

test.each([
  // (0.5 − 0.5) ln 1 twice
  [50, 50, 0, 'stable', []],
  // (0.4 − 0.5) ln 0.8 + (0.6 − 0.5) ln 1.2 = 0.022314 + 0.018232
  [40, 60, 0.040547, 'stable', []],
  // (0.3 − 0.5) ln 0.6 + (0.7 − 0.5) ln 1.4 = 0.102165 + 0.067294
  [30, 70, 0.16946, 'watch', ['steady']],
  // (0.2 − 0.5) ln 0.4 + (0.8 − 0.5) ln 1.6 = 0.274887 + 0.141001
  [20, 80, 0.415888, 'act', ['steady']],
])(
  'half and half at first, %i to %i now: PSI and CSI %f, %s',
  (low, high, psi, reading, drifted) => {
    const figures = monitoringOf(aCount(low, high), [sampleFrom(aCount(50, 50))]);
    const stability = figures.cards[0]?.stability;
    assert(stability?.status === 'measured', 'there are enough firms');
    expect(stability.psi).toBeCloseTo(psi, 5);
    expect(stability.indicators[0]?.csi).toBeCloseTo(psi, 5);
    expect(stability.reading).toBe(reading);
    expect(stability.drifted).toEqual(drifted);
  },
);

test('fewer than a hundred firms make no sample and have no index', () => {
  const few = aCount(49, 50);
  expect(few.cards.map((of) => sampleOf(of, few))).toEqual([undefined]);
  const figures = monitoringOf(few, [sampleFrom(aCount(50, 50))]);
  expect(figures.cards[0]?.stability).toEqual({ status: 'too_few', sample: 100 });
});

/** The next version of the card has come to so many firms; the earlier one still scores the others. */
function onItsWay(scored: number, left: number, unscored = 0) {
  let count = { ...startCount(WEEK, TODAY), unscored };
  for (let firm = 0; firm < scored + left; firm += 1) {
    const version = firm < scored ? 2 : 1;
    count = {
      ...withScore(count, {
        enterprise: firmIn('here'),
        hash: `v${version}`,
        card: { ...card, version },
        points: 800,
        grade: 'B',
        size: undefined,
        facts: { steady: 2 },
      }),
      unscored,
    };
  }
  return count;
}

test.each([
  { scored: 200, left: 0, unscored: 0, taken: true },
  { scored: 198, left: 2, unscored: 0, taken: true },
  { scored: 198, left: 0, unscored: 2, taken: true },
  { scored: 197, left: 3, unscored: 0, taken: false },
  { scored: 150, left: 50, unscored: 0, taken: false },
  { scored: 150, left: 0, unscored: 50, taken: false },
  { scored: 99, left: 0, unscored: 0, taken: false },
])(
  'with $scored firms scored, $left by the version before and $unscored by none, a sample is taken: $taken',
  ({ scored, left, unscored, taken }) => {
    const count = onItsWay(scored, left, unscored);
    const [of] = count.cards;
    assert(of !== undefined, 'a card was counted');
    expect(sampleOf(of, count) !== undefined).toBe(taken);
  },
);

test('a card on its way through the city says how far it is; the one before keeps its index', () => {
  const before = { ...sampleFrom(aCount(50, 50)), hash: 'v1', card: { id: 'plain', version: 1 } };
  const { cards } = monitoringOf(onItsWay(150, 100), [before]);
  expect(cards.map(({ card: { version }, stability }) => [version, stability])).toEqual([
    [1, expect.objectContaining({ status: 'measured' })],
    [2, { status: 'rescoring', scored: 150, waiting: 100 }],
  ]);
});

test('a card that scores nobody any more is not on its way', () => {
  const loan = { enterprise: firmIn('here'), hash: 'v0', size: undefined, bad: true };
  const told = { ...loan, card: { ...card, version: 0 }, points: 600 };
  const { cards } = monitoringOf(withOutcome(onItsWay(200, 0), told), []);
  expect(cards[0]?.stability).toEqual({ status: 'too_few', sample: 0 });
});

test('sizes and ages stand from the least on, whoever is unknown last', () => {
  const ages = ['2025-09-01', '2024-01-01', '2022-01-01', '2018-01-01', '2000-01-01'];
  let count = startCount(WEEK, TODAY);
  for (const size of ['large', undefined, 'micro', 'medium', 'small'])
    for (const on of ages.toReversed())
      count = withScore(count, {
        enterprise: { ...firmIn('here'), establishedOn: date(on) },
        hash: 'h',
        card,
        points: 800,
        grade: 'B',
        size,
        facts: { steady: 2 },
      });
  const { fairness } = monitoringOf(count, []);
  expect(fairness.size.map(({ group }) => group)).toEqual([
    ...['micro', 'small', 'medium', 'large', 'unknown'],
  ]);
  expect(fairness.age.map(({ group }) => group)).toEqual([
    ...['under_1', '1_to_3', '3_to_5', '5_to_10', '10_or_more'],
  ]);
});

test('a group of fewer than ten is named and nothing of it told; the others are held against the best', () => {
  // here: 40 firms, 10 recommended; there: 40, all of them; few: 9.
  const district = (firm: number) => (firm < 9 ? 'few' : firm < 49 ? 'here' : 'there');
  const { fairness } = monitoringOf(aCount(39, 50, district), []);
  expect(fairness.district).toEqual([
    { group: 'few', flag: 'suppressed' },
    {
      group: 'here',
      firms: 40,
      selectionRate: 0.25,
      meanPoints: 650,
      impactRatio: 0.25,
      flag: 'adverse',
    },
    {
      group: 'there',
      firms: 40,
      selectionRate: 1,
      meanPoints: 800,
      impactRatio: 1,
      flag: 'none',
    },
  ]);
  expect(fairness.size.map(({ group }) => group)).toEqual(['unknown']);
});

function withLoans(goods: readonly number[], bads: readonly number[]) {
  const of = { enterprise: firmIn('here'), hash: 'h', card, size: undefined };
  let count = aCount(10, 10);
  for (const points of goods) count = withOutcome(count, { ...of, points, bad: false });
  for (const points of bads) count = withOutcome(count, { ...of, points, bad: true });
  return monitoringOf(count, []);
}

test('fewer than ten defaults rank nothing, and say how many there were', () => {
  const figures = withLoans(new Array(20).fill(800), new Array(9).fill(600));
  expect(figures.cards[0]?.discrimination).toEqual({ status: 'too_few', goods: 20, bads: 9 });
});

test('AUC counts pairs, ties half; KS is the widest gap', () => {
  // Goods 15 × 800, 5 × 600; bads 10 × 600: AUC = (15 + 5/2) ÷ 20, KS = 1 − 5/20.
  const goods = [...new Array(15).fill(800), ...new Array(5).fill(600)];
  const figures = withLoans(goods, new Array(10).fill(600));
  const told = figures.cards[0]?.discrimination;
  assert(told?.status === 'measured', 'there are enough of either');
  expect(told.auc).toBeCloseTo(0.875, 10);
  expect(told.ks).toBeCloseTo(0.75, 10);
  expect(figures.fairness.district).toMatchObject([
    { known: 30, badRate: 1 / 3, goodsSelected: 0.75 },
  ]);
});
