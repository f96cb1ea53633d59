import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { reckoner } from '#adapters/scoring/reckoner';
import type { RecordId } from '#domain/ids';
import { byTables, firmsScorerOf } from '#domain/scoring/columns/firms-scorer';
import { plainRow } from '#domain/scoring/columns/plain-row';
import { scorerOf } from '#domain/scoring/columns/scorer';
import { type TableLimit, tableLimitOf } from '#domain/scoring/columns/table-limit';
import { type KnownFacts, valuesOf } from '#domain/scoring/facts';
import { score } from '#domain/scoring/score-enterprise';
import type { Dimension, Scorecard, Veto } from '#domain/scoring/scorecard';
import { cityCards } from '#domain/scoring/segments';
import { someFacts } from '../a-facts.ts';
import { AS_OF, registered } from '../build.ts';
import { someCard, someFirm } from './a-card.ts';
import { indicator, strange, strangeFacts } from './strange-card.ts';

const records = ['a', 'b', 'c'].map((id) => id as RecordId);
const someRecords = fc.subarray(records);

/** The facts with records behind them, and those of the records that are disputed. */
const withRecords = (facts: fc.Arbitrary<KnownFacts>) =>
  fc.record({ facts, evidence: fc.array(someRecords), disputed: someRecords }).map((one) => ({
    facts: Object.fromEntries(
      Object.entries(one.facts).map(([name, fact], at) => [
        name,
        fact && { ...fact, evidence: one.evidence[at] ?? [] },
      ]),
    ),
    disputed: new Set(one.disputed),
  }));

const cards: readonly (readonly [string, Scorecard, fc.Arbitrary<KnownFacts>])[] = [
  ...cityCards.map((card) => [card.id, card, someFacts(cityCards)] as const),
  [strange.id, strange, strangeFacts],
];

const asked = { enterprise: registered, asOf: AS_OF };

const [first] = strange.dimensions;
const withIndicators = (indicators: Dimension['indicators']): Scorecard => ({
  ...strange,
  dimensions: first ? [{ ...first, limit: { kind: 'cap', points: 900 }, indicators }] : [],
});
const many = (length: number) =>
  Array.from({ length }, (_, place) => indicator(`of_${place}`, { bins: [{ points: 1 }] }));
const vetoes = (length: number, told: Partial<Veto> = {}): readonly Veto[] =>
  Array.from({ length }, (_, place) => ({
    ...{ code: `veto_${place}`, zh: '', en: '', fact: 'operating', is: false, cap: 60, ...told },
  }));

/** Cards just within a limit and just beyond it. */
const limits: readonly (readonly [string, Scorecard, TableLimit | undefined])[] = [
  ['128 indicators', withIndicators(many(128)), undefined],
  ['129 indicators', withIndicators(many(129)), 'too_many_indicators'],
  ['31 vetoes', { ...strange, vetoes: vetoes(31) }, undefined],
  ['32 vetoes', { ...strange, vetoes: vetoes(32) }, 'too_many_vetoes'],
  ['1023 points', withIndicators([indicator('home', { bins: [{ points: 1_023 }] })]), undefined],
  [
    '1024 points',
    withIndicators([indicator('home', { bins: [{ points: 1_024 }] })]),
    'points_beyond_tables',
  ],
  [
    'points below zero',
    withIndicators([indicator('home', { bins: [{ points: 9 }], missing: -1 })]),
    'points_beyond_tables',
  ],
  [
    'a baseline 1024 above the least',
    withIndicators([indicator('home', { bins: [{ points: 9 }], baseline: 1_024 })]),
    'points_beyond_tables',
  ],
  ['less than nothing at first', { ...strange, initial: -1 }, 'points_beyond_tables'],
  ['a veto that takes over 1023', { ...strange, initial: 1_010 }, 'points_beyond_tables'],
  ['a cap below zero', { ...strange, vetoes: vetoes(1, { cap: -1 }) }, 'points_beyond_tables'],
  ['a veto on an amount', { ...strange, vetoes: vetoes(1, { fact: 'amount' }) }, 'veto_on_number'],
];

afterEach(() => vi.unstubAllGlobals());

describe('the whole score by tables', () => {
  test.each(cards)(
    'is that of the plain engine, byte for byte, by the card %s',
    (_, card, facts) => {
      const scorer = scorerOf(card);
      fc.assert(
        fc.property(withRecords(facts), (told) => {
          expect(JSON.stringify(scorer.score({ ...asked, ...told }))).toBe(
            JSON.stringify(score({ ...asked, ...told, card })),
          );
        }),
        { numRuns: 500 },
      );
    },
  );

  test('is that of the plain engine by any card', () => {
    fc.assert(
      fc.property(someCard, withRecords(someFirm), (card, told) => {
        expect(JSON.stringify(scorerOf(card).score({ ...asked, ...told }))).toBe(
          JSON.stringify(score({ ...asked, ...told, card })),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a city', () => {
  test('is scored firm by firm as one by one, by any card and whoever reckons', () => {
    fc.assert(
      fc.property(someCard, fc.array(someFirm, { maxLength: 12 }), (card, city) => {
        const firms = city.map(valuesOf);
        const told = JSON.stringify(firms.map((values) => plainRow(card, values)));
        for (const by of [byTables, reckoner])
          expect(JSON.stringify(firmsScorerOf(card, by).scoreFirms(firms))).toBe(told);
      }),
      { numRuns: 300 },
    );
  });

  test('is scored by a kernel, and by tables where the machine runs none', () => {
    const [card = strange] = cityCards;
    expect(firmsScorerOf(card, reckoner).slower).toBeUndefined();
    vi.stubGlobal('WebAssembly', undefined);
    expect(firmsScorerOf(card, reckoner).slower).toBe('no_kernel');
  });
});

describe('a card', () => {
  test.each(limits)(
    'with %s tells whether it fits tables, and scores either way',
    (_, card, limit) => {
      expect(tableLimitOf(card)).toBe(limit);
      const scorer = scorerOf(card);
      const { scoreFirms, slower } = firmsScorerOf(card, reckoner);
      expect(slower).toBe(limit);
      fc.assert(
        fc.property(strangeFacts, (facts) => {
          const plainly = score({ ...asked, facts, card });
          expect(JSON.stringify(scorer.score({ ...asked, facts }))).toBe(JSON.stringify(plainly));
          const reasons = plainly.reasons.map(({ code, points }) => ({ code, points }));
          const { points, grade, coverage, vetoes: held } = plainly;
          const row = { points, grade, coverage, vetoes: held, reasons };
          expect(scoreFirms([valuesOf(facts)])).toEqual([row]);
          expect(scorer.scoreValues(valuesOf(facts))).toEqual(row);
        }),
        { numRuns: 40 },
      );
    },
  );
});
