import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reckonByKernel } from '#adapters/scoring/reckon-by-kernel';
import { checkCard } from '#domain/scoring/check-card';
import { columnsOf } from '#domain/scoring/columns/columns';
import { type CompiledCard, compileCard } from '#domain/scoring/columns/compile-card';
import { type Reckon, reckonByTables } from '#domain/scoring/columns/reckon';
import { scoreColumns } from '#domain/scoring/columns/score-columns';
import { scoreRow } from '#domain/scoring/columns/score-row';
import { type RowScore, tellRow } from '#domain/scoring/columns/tell-row';
import type { KnownFacts } from '#domain/scoring/facts';
import { score } from '#domain/scoring/score-enterprise';
import type { Indicator, Scorecard } from '#domain/scoring/scorecard';
import { cityCards } from '#domain/scoring/segments';
import { someFacts } from '../a-facts.ts';
import { AS_OF, registered } from '../build.ts';
import { someCard, someFirm } from './a-card.ts';

/** What the plain engine says, as far as a column tells it. */
function plain(card: Scorecard, facts: KnownFacts): RowScore {
  const told = score({ card, facts, enterprise: registered, asOf: AS_OF });
  const { points, grade, coverage, vetoes } = told;
  const reasons = told.reasons.map((reason) => ({ code: reason.code, points: reason.points }));
  return { points, grade, coverage, vetoes, reasons };
}

type Reckoner = (compiled: CompiledCard) => Reckon;
const reckoners: readonly Reckoner[] = [reckonByTables, reckonByKernel];

/** Compiled once, so that every block is also reckoned where another was before. */
const compiledCards = new WeakMap<Scorecard, ReturnType<typeof compiledAnew>>();
function compiledAnew(card: Scorecard) {
  const compiled = compileCard(card);
  return { compiled, by: new Map(reckoners.map((reckoner) => [reckoner, reckoner(compiled)])) };
}
function compiledOf(card: Scorecard) {
  const known = compiledCards.get(card) ?? compiledAnew(card);
  compiledCards.set(card, known);
  return known;
}

function byColumns(
  card: Scorecard,
  firms: readonly KnownFacts[],
  reckoner: Reckoner,
): readonly RowScore[] {
  const { compiled, by } = compiledOf(card);
  const columns = columnsOf(compiled.codings, firms);
  const scores = scoreColumns(compiled, columns, by.get(reckoner));
  return firms.map((_, row) => tellRow(compiled, columns, scores, row));
}

function expectSame(card: Scorecard, firms: readonly KnownFacts[]): void {
  const told = JSON.stringify(firms.map((facts) => plain(card, facts)));
  for (const reckoner of reckoners)
    expect(JSON.stringify(byColumns(card, firms, reckoner))).toBe(told);
}

const valuesIn = (facts: KnownFacts) =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact?.value]));

const indicator = (id: string, told: Partial<Indicator>): Indicator => ({
  id,
  zh: id,
  en: id,
  fact: id,
  bins: [],
  missing: 0,
  reason: id,
  reasonZh: id,
  reasonEn: id,
  missingBeyond: true,
  ...told,
});

/** A card from elsewhere that has all that a card may have. */
const strange: Scorecard = {
  id: 'strange',
  version: 1,
  zh: '',
  en: '',
  initial: 40,
  dimensions: [
    {
      id: 'capped',
      zh: '',
      en: '',
      limit: { kind: 'cap', points: 50 },
      indicators: [
        indicator('ratio', {
          bins: [
            { to: 0.25, points: 0, reason: { code: 'ratio_low', zh: '', en: '' } },
            { from: 0.25, to: 0.5, points: 20 },
            { from: 0.5, points: 30 },
          ],
          missing: 7,
          missingReason: { code: 'ratio_untold', zh: '', en: '' },
        }),
        indicator('amount', {
          bins: [
            { from: -5e9, to: 0, points: 5 },
            { from: 1e9, points: 30 },
          ],
          other: 11,
          missing: 9,
        }),
        indicator('home', {
          bins: [
            { is: ['own', 2], points: 25 },
            { is: [false], points: 10 },
          ],
          other: 3,
        }),
      ],
    },
    {
      id: 'free',
      zh: '',
      en: '',
      indicators: [
        indicator('customers', {
          bins: [
            { to: 3, points: 4 },
            { from: 3, to: 90_000, points: 9 },
            { from: 90_000, points: 10 },
          ],
          missing: 5,
          baseline: 9,
        }),
        indicator('tax_grade', {
          bins: [{ is: ['A'], points: 8 }],
          other: 2,
        }),
        indicator('one', { bins: [{ points: 6 }], missing: 1 }),
      ],
    },
  ],
  vetoes: [
    { code: 'shut', zh: '', en: '', fact: 'operating', is: false, cap: 60 },
    { code: 'graded_d', zh: '', en: '', fact: 'tax_grade', is: 'D', cap: 55 },
  ],
  bands: [
    { grade: 'A', from: 90 },
    { grade: 'B', from: 50 },
  ],
};

const strangeValue = {
  ratio: fc.constantFrom(0.1, 0.25, 0.49, 0.5, 3, 'none'),
  amount: fc.constantFrom(-6e9, -5e9, -1, 0, 5, 1e9, 2e9, -(2 ** 30), 'none', true),
  home: fc.constantFrom('own', 2, false, true, 'rent'),
  customers: fc.constantFrom(-1, 2, 3, 89_999, 90_000, 1_000_000, 'none'),
  tax_grade: fc.constantFrom('A', 'B', 'D', 'Z', 1),
  one: fc.constantFrom(1, -1, 'x'),
  operating: fc.boolean(),
};
const strangeFacts: fc.Arbitrary<KnownFacts> = fc
  .record(strangeValue, { requiredKeys: [] })
  .map((told) =>
    Object.fromEntries(
      Object.entries(told).map(([name, value]) => [name, { value, evidence: [] }]),
    ),
  );

describe('scores from columns', () => {
  test.each(cityCards.map((card) => [card.id, card] as const))(
    'are those of the plain engine, byte for byte, by the card %s',
    (_, card) => {
      fc.assert(
        fc.property(fc.array(someFacts(cityCards), { maxLength: 20 }), (firms) =>
          expectSame(card, firms),
        ),
        { numRuns: 300 },
      );
    },
  );

  test('are those of the plain engine by a card with caps, limits, gaps and facts of its own', () => {
    expect(checkCard(strange, 'any')).toEqual([]);
    fc.assert(
      fc.property(fc.array(strangeFacts, { maxLength: 40 }), (firms) => expectSame(strange, firms)),
      { numRuns: 1_000 },
    );
  });

  test('are those of the plain engine by any card', () => {
    fc.assert(
      fc.property(someCard, fc.array(someFirm, { maxLength: 12 }), (card, firms) => {
        expectSame(card, firms);
        const { compiled } = compiledOf(card);
        expect(JSON.stringify(firms.map((facts) => scoreRow(compiled, valuesIn(facts))))).toBe(
          JSON.stringify(firms.map((facts) => plain(card, facts))),
        );
      }),
      { numRuns: 1_500 },
    );
  });

  test.each([...cityCards, strange].map((card) => [card.id, card] as const))(
    'of one firm straight from its values are the same, by the card %s',
    (_, card) => {
      const compiled = compileCard(card);
      fc.assert(
        fc.property(card === strange ? strangeFacts : someFacts(cityCards), (facts) => {
          expect(JSON.stringify(scoreRow(compiled, valuesIn(facts)))).toBe(
            JSON.stringify(plain(card, facts)),
          );
        }),
        { numRuns: 1_000 },
      );
    },
  );

  test('do not depend on where a block ends', () => {
    const [firms] = fc.sample(fc.array(someFacts(cityCards), { minLength: 40, maxLength: 40 }), {
      numRuns: 1,
      seed: 1,
    });
    const many = Array.from({ length: 2_100 }, (_, row) => firms?.[row % 40] ?? {});
    for (const card of cityCards) expectSame(card, many);
  });

  test('of no firm are none', () => {
    for (const reckoner of reckoners) expect(byColumns(strange, [], reckoner)).toEqual([]);
  });

  test('are refused to a card whose points fit no table', () => {
    const [dimension] = strange.dimensions;
    const heavy = indicator('heavy', { bins: [{ points: 2_000 }] });
    const card = {
      ...strange,
      dimensions: dimension ? [{ ...dimension, indicators: [heavy] }] : [],
    };
    expect(() => compileCard(card)).toThrow('0 to 1023 points');
  });
});
