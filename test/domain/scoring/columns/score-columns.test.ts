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
import type { Scorecard } from '#domain/scoring/scorecard';
import { cityCards } from '#domain/scoring/segments';
import { someFacts } from '../a-facts.ts';
import { AS_OF, registered } from '../build.ts';
import { someCard, someFirm } from './a-card.ts';
import { strange, strangeFacts } from './strange-card.ts';

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
  const columns = columnsOf(compiled.codings, firms.map(valuesIn));
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
});
