import { describe, expect, test } from 'vitest';
import { maximumOf, steps } from '#domain/scoring/bins';
import { checkCard } from '#domain/scoring/check-card';
import { expertCard } from '#domain/scoring/expert-card';
import type { Indicator, Scorecard } from '#domain/scoring/scorecard';

const age: Indicator = {
  id: 'age',
  zh: '成立年限',
  en: 'Age',
  fact: 'age_months',
  bins: steps(0, [12, 600], [60, 1_000]),
  missing: 600,
  reason: 'young_firm',
  reasonZh: '成立时间较短',
  reasonEn: 'The firm is young',
};

const cardOf = (indicator: Partial<Indicator>, told: Partial<Scorecard> = {}): Scorecard => ({
  id: 'small',
  version: 1,
  zh: '小卡',
  en: 'Small card',
  dimensions: [{ id: 'all', zh: '全部', en: 'All', indicators: [{ ...age, ...indicator }] }],
  vetoes: [{ code: 'shut', zh: '关闭', en: 'Shut', fact: 'operating', is: false, cap: 100 }],
  bands: [
    { grade: 'A', from: 800 },
    { grade: 'B', from: 0 },
  ],
  ...told,
});

describe('a card', () => {
  test('without a fault has none', () => {
    expect(checkCard(cardOf({}))).toEqual([]);
  });

  test.each([
    ['maxima of 900', cardOf({ bins: steps(0, [12, 900]) }), ['maxima_not_1000 small']],
    ['half points', cardOf({ missing: 0.5 }), ['points_not_whole age']],
    ['points below zero', cardOf({ missing: -1 }), ['points_not_whole age']],
    [
      'more for nothing than for the best',
      cardOf({ bins: steps(0, [12, 1_000]), missing: 1_001 }),
      ['points_not_whole age', 'missing_above_maximum age'],
    ],
    [
      'a gap',
      cardOf({
        bins: [
          { to: 10, points: 0 },
          { from: 12, points: 1_000 },
        ],
      }),
      ['bins_gap age'],
    ],
    [
      'an overlap',
      cardOf({
        bins: [
          { to: 12, points: 0 },
          { from: 10, points: 1_000 },
        ],
      }),
      ['bins_overlap age'],
    ],
    ['steps that fall', cardOf({ bins: steps(0, [60, 500], [12, 1_000]) }), ['bins_unordered age']],
    [
      'an end that is not covered',
      cardOf({ bins: [{ from: 0, points: 1_000 }] }),
      ['bins_not_covering age'],
    ],
    ['no bin at all', cardOf({ bins: [] }), ['maxima_not_1000 small', 'bins_not_covering age']],
    [
      'ranges and choices in one',
      cardOf({ bins: [{ points: 0 }, { is: ['A'], points: 1_000 }] }),
      ['bins_mixed age'],
    ],
    [
      'a choice named twice',
      cardOf({
        bins: [
          { is: ['A', 'B'], points: 1_000 },
          { is: ['B'], points: 0 },
        ],
      }),
      ['choice_repeated age'],
    ],
    [
      'bands that rise',
      cardOf(
        {},
        {
          bands: [
            { grade: 'B', from: 0 },
            { grade: 'A', from: 800 },
          ],
        },
      ),
      ['bands_unordered small', 'bands_not_to_zero small'],
    ],
    [
      'a last band above zero',
      cardOf({}, { bands: [{ grade: 'A', from: 500 }] }),
      ['bands_not_to_zero small'],
    ],
    [
      'a grade that no total reaches',
      cardOf(
        {},
        {
          bands: [
            { grade: 'A', from: 800 },
            { grade: 'B', from: 700 },
            { grade: 'C', from: 0 },
          ],
        },
      ),
      ['grade_unreachable B'],
    ],
    [
      'a cap above the card',
      cardOf(
        {},
        { vetoes: [{ code: 'shut', zh: '', en: '', fact: 'operating', is: false, cap: 1_001 }] },
      ),
      ['cap_out_of_range shut'],
    ],
    [
      'a dimension said twice',
      cardOf(
        {},
        {
          dimensions: [
            { id: 'all', zh: '', en: '', indicators: [age] },
            { id: 'all', zh: '', en: '', indicators: [] },
          ],
        },
      ),
      ['id_repeated all'],
    ],
  ] as const)('with %s is found out', (_, card, faults) => {
    expect(checkCard(card).map(({ code, at }) => `${code} ${at}`)).toEqual(
      expect.arrayContaining([...faults]),
    );
  });

  test('of unknown facts is found out, as one read from a file might be', () => {
    const text = JSON.stringify(cardOf({})).replace('age_months', 'horoscope');
    const card: Scorecard = JSON.parse(text);
    expect(checkCard(card)).toEqual([{ code: 'fact_unknown', at: 'age' }]);
  });
});

describe('the expert card', () => {
  const indicators = expertCard.dimensions.flatMap((dimension): readonly Indicator[] => [
    ...dimension.indicators,
  ]);

  test('has no fault and at least thirty indicators', () => {
    expect(checkCard(expertCard)).toEqual([]);
    expect(indicators.length).toBeGreaterThanOrEqual(30);
  });

  test('reads each fact once', () => {
    const facts = indicators.map(({ fact }) => fact);
    expect(new Set(facts).size).toBe(facts.length);
  });

  test('gives dimensions the weights of domain.md D1', () => {
    const maxima = expertCard.dimensions.map(({ id, indicators: of }): [string, number] => [
      id,
      of.reduce((total, indicator) => total + maximumOf(indicator), 0),
    ]);
    expect(maxima).toEqual([
      ['registration', 120],
      ['operations', 250],
      ['tax_and_insurance', 220],
      ['compliance', 200],
      ['courts', 140],
      ['honours', 70],
    ]);
  });

  test('gives 55 to 65 percent where nothing is known, a little less than clean where harm is', () => {
    const harmful =
      /^(tax_arrears|minor_penalties|general_penalties|serious_penalties|penalty_amount|lost_licences|dishonest_debtor|judgment_debts|judgment_debt_amount)$/;
    for (const indicator of indicators) {
      const share = indicator.missing / maximumOf(indicator);
      const [low, high] = harmful.test(indicator.id) ? [0.85, 0.95] : [0.55, 0.65];
      expect([indicator.id, share >= low && share <= high]).toEqual([indicator.id, true]);
    }
  });

  test('rises or falls with every number, and never turns', () => {
    for (const { id, bins } of indicators) {
      if (bins.some((bin) => 'is' in bin)) continue;
      const points = bins.map((bin) => bin.points);
      const rising = points.every((own, index) => index === 0 || own >= (points[index - 1] ?? 0));
      const falling = points.every((own, index) => index === 0 || own <= (points[index - 1] ?? 0));
      expect([id, rising || falling]).toEqual([id, true]);
    }
  });

  test('puts every veto into the lowest band', () => {
    const lowest = expertCard.bands[expertCard.bands.length - 2]?.from ?? 0;
    for (const { cap } of expertCard.vetoes) expect(cap).toBeLessThan(lowest);
  });

  test('explains every loss in both languages', () => {
    for (const { reason, reasonZh, reasonEn } of indicators) {
      expect(reason).toMatch(/^[a-z_]+$/);
      expect(reasonZh).toMatch(/\p{Script=Han}/u);
      expect(reasonEn).toMatch(/^[A-Z]/);
    }
    expect(new Set(indicators.map(({ reason }) => reason)).size).toBe(indicators.length);
  });

  test('changes only with its version', async () => {
    await expect(`${JSON.stringify(expertCard, null, 2)}\n`).toMatchFileSnapshot(
      '../../golden/expert-card.json',
    );
  });
});
