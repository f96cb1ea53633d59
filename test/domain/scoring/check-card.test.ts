import { describe, expect, test } from 'vitest';
import { maximumOf, mostOf, steps } from '#domain/scoring/bins';
import { checkCard } from '#domain/scoring/check-card';
import { expertCard } from '#domain/scoring/expert-card';
import type { FactDefinition } from '#domain/scoring/fact-definition';
import { factDefinitions } from '#domain/scoring/facts';
import type { Indicator, Limit, Scorecard } from '#domain/scoring/scorecard';
import { cityCards } from '#domain/scoring/segments';
import { readCard } from '#platform/schemas/card';

const definitions: Readonly<Record<string, FactDefinition | undefined>> = factDefinitions;

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
  source: 'D1',
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

const graded = (bins: Indicator['bins']) => cardOf({ fact: 'tax_grade', bins });
const limited = (limit: Limit, indicator: Partial<Indicator> = {}) =>
  cardOf(
    {},
    {
      dimensions: [
        { id: 'all', zh: '全部', en: 'All', limit, indicators: [{ ...age, ...indicator }] },
      ],
    },
  );

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
      'choices of a number',
      cardOf({ bins: [{ is: ['A'], points: 1_000 }] }),
      ['bins_of_another_type age'],
    ],
    ['ranges of a choice', cardOf({ fact: 'tax_grade' }), ['bins_of_another_type age']],
    [
      'a choice named twice',
      graded([
        { is: ['A', 'B'], points: 1_000 },
        { is: ['B', 'M', 'C', 'D'], points: 0 },
      ]),
      ['choice_repeated age'],
    ],
    [
      'a choice that the fact never is',
      graded([
        { is: ['A', 'B', 'S'], points: 1_000 },
        { is: ['M', 'C', 'D'], points: 0 },
      ]),
      ['choice_unknown age'],
    ],
    [
      'a choice left over',
      graded([
        { is: ['A', 'B'], points: 1_000 },
        { is: ['C', 'D'], points: 0 },
      ]),
      ['choice_not_covered age'],
    ],
    [
      'more points for a worse grade',
      graded([
        { is: ['B'], points: 1_000 },
        { is: ['A'], points: 800 },
        { is: ['M', 'C', 'D'], points: 0 },
      ]),
      ['points_turn age'],
    ],
    [
      'fewer points for an older firm',
      cardOf({ bins: steps(600, [12, 1_000], [60, 500]) }),
      ['points_turn age'],
    ],
    [
      'less for nothing than for the worst',
      cardOf({ bins: steps(300, [12, 1_000]), missing: 200 }),
      ['missing_below_minimum age'],
    ],
    ['a weight from nowhere', cardOf({ source: '' }), ['source_absent age']],
    [
      'one code for two sentences',
      cardOf({
        bins: [
          { to: 12, points: 0, reason: { code: 'young_firm', zh: '成立未满一年', en: 'New' } },
          { from: 12, points: 1_000 },
        ],
      }),
      ['reason_says_two_things young_firm'],
    ],
    [
      'a limit above what its indicators give',
      limited({ kind: 'cap', points: 1_001 }),
      ['limit_out_of_range all'],
    ],
    [
      'a bonus that takes',
      limited({ kind: 'bonus', points: 1_000 }, { missing: -1 }),
      ['bonus_takes age'],
    ],
    [
      'a fact of the city told anew',
      cardOf({}, { facts: { age_months: { zh: '月', en: 'Age', type: 'months', sources: [] } } }),
      ['fact_redefined age_months'],
    ],
    [
      'a veto that asks a number for true',
      cardOf(
        {},
        { vetoes: [{ code: 'shut', zh: '', en: '', fact: 'age_months', is: true, cap: 1 }] },
      ),
      ['veto_of_another_type shut'],
    ],
    [
      'a grade named twice',
      cardOf(
        {},
        {
          bands: [
            { grade: 'A', from: 800 },
            { grade: 'A', from: 0 },
          ],
        },
      ),
      ['grade_repeated A'],
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

  test('from elsewhere may read its own facts, give what it will and leave no grade', () => {
    const fitted = cardOf(
      { fact: 'Term', bins: steps(-40, [12, 55]), missing: -7, source: '' },
      { initial: 487, vetoes: [], bands: [] },
    );
    expect(checkCard(fitted, 'any')).toEqual([]);
    expect(checkCard(fitted).map(({ code }) => code)).toContain('fact_unknown');
  });

  test('may leave numbers to `other`', () => {
    const bins = [
      { from: 0, to: 5, points: 0 },
      { from: 7, points: 1_000 },
    ];
    expect(checkCard(cardOf({ bins, other: 400 }))).toEqual([]);
    expect(checkCard(cardOf({ bins })).map(({ code }) => code)).toEqual([
      'bins_not_covering',
      'bins_gap',
    ]);
  });

  test('may let points turn and missing lie beyond where it says so', () => {
    const bins = steps(600, [12, 1_000], [60, 500]);
    const told = { bins, missing: 100, turns: true, missingBeyond: true } as const;
    expect(checkCard(cardOf(told))).toEqual([]);
  });
});

const indicatorsOf = (card: Scorecard) => card.dimensions.flatMap(({ indicators }) => indicators);

describe.each(cityCards.map((card) => [card.id, card] as const))('the card %s', (_, card) => {
  test('has no fault', () => {
    expect(checkCard(card)).toEqual([]);
  });

  test('reads each fact once', () => {
    const facts = indicatorsOf(card).map(({ fact }) => fact);
    expect(new Set(facts).size).toBe(facts.length);
  });

  test('gives half to two thirds where nothing is known, a little less than clean where harm is, no bonus', () => {
    for (const dimension of card.dimensions)
      for (const indicator of dimension.indicators) {
        const definition = definitions[indicator.fact];
        const isHarm = definition?.better === 'lower' || definition?.better === 'false';
        const [low, high] =
          dimension.limit?.kind === 'bonus' ? [0, 0] : isHarm ? [0.5, 0.95] : [0.5, 0.75];
        const share = indicator.missing / maximumOf(indicator);
        expect([indicator.id, share >= low && share <= high]).toEqual([indicator.id, true]);
      }
  });

  test('puts every veto into the lowest band', () => {
    const lowest = card.bands[card.bands.length - 2]?.from ?? 0;
    for (const { cap } of card.vetoes) expect(cap).toBeLessThan(lowest);
  });

  test('explains every loss in both languages, by a reason of its own', () => {
    for (const { reason, reasonZh, reasonEn } of indicatorsOf(card)) {
      expect(reason).toMatch(/^[a-z_]+$/);
      expect(reasonZh).toMatch(/\p{Script=Han}/u);
      expect(reasonEn).toMatch(/^[A-Z]/);
    }
    const reasons = indicatorsOf(card).map(({ reason }) => reason);
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  test('names a place of the published schemes for every weight', () => {
    for (const { source } of indicatorsOf(card)) expect(source).toMatch(/\b[CD]\d/);
  });

  test('changes only with its version', async () => {
    await expect(`${JSON.stringify(card, null, 2)}\n`).toMatchFileSnapshot(
      `../../golden/${card.id}-card.json`,
    );
  });

  test('comes back from JSON as it went', () => {
    expect(readCard(JSON.parse(JSON.stringify(card)))).toEqual({ ok: true, card });
  });
});

describe('the expert card', () => {
  test('has at least sixty indicators', () => {
    expect(indicatorsOf(expertCard).length).toBeGreaterThanOrEqual(60);
  });

  test('gives its six dimensions the weights of domain.md D1', () => {
    const maxima = expertCard.dimensions.map((dimension) => [dimension.id, mostOf(dimension)]);
    expect(maxima).toEqual([
      ['registration', 130],
      ['operations', 230],
      ['performance', 230],
      ['compliance', 210],
      ['courts', 130],
      ['honours', 70],
    ]);
  });
});

describe('a card out of JSON', () => {
  test('with a word that no card has is refused with its place', () => {
    const card = JSON.parse(JSON.stringify(cardOf({})));
    card.dimensions[0].indicators[0].weight = 3;
    expect(readCard(card)).toEqual({
      ok: false,
      faults: [{ code: 'form', at: 'dimensions.0.indicators.0' }],
    });
  });

  test('with a fault is refused with all of them', () => {
    expect(readCard(cardOf({ missing: 1_001, source: 'D1' }))).toEqual({
      ok: false,
      faults: [
        { code: 'points_not_whole', at: 'age' },
        { code: 'missing_above_maximum', at: 'age' },
      ],
    });
  });
});
