import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maximumOf, pointsOf } from '#domain/scoring/bins';
import { factNames, type KnownFacts } from '#domain/scoring/facts';
import { MAX_REASONS, score } from '#domain/scoring/score-enterprise';
import type { Dimension, Indicator, Scorecard } from '#domain/scoring/scorecard';
import { cityCards } from '#domain/scoring/segments';
import { aValue, improves, someFacts } from './a-facts.ts';
import { AS_OF, readAll, registered } from './build.ts';
import { aKnownFirm } from './every-catalogue.ts';

const scoreOf = (card: Scorecard, facts: KnownFacts) =>
  score({ card, facts, enterprise: registered, asOf: AS_OF });
const indicatorsOf = (card: Scorecard) => card.dimensions.flatMap(({ indicators }) => indicators);

describe.each(cityCards.map((card) => [card.id, card] as const))('by the card %s', (_, card) => {
  test('points never fall when a fact improves along its declared direction', () => {
    const change = fc
      .constantFrom(...factNames)
      .chain((name) =>
        fc.tuple(fc.constant(name), aValue(name, cityCards), aValue(name, cityCards)),
      );
    fc.assert(
      fc.property(someFacts(cityCards), change, (facts, [name, one, two]) => {
        const [from, to] = improves(name, one, two) ? [one, two] : [two, one];
        fc.pre(improves(name, from, to));
        const before = scoreOf(card, { ...facts, [name]: { value: from, evidence: [] } });
        const after = scoreOf(card, { ...facts, [name]: { value: to, evidence: [] } });
        expect(after.points).toBeGreaterThanOrEqual(before.points);
      }),
      { numRuns: 2_000 },
    );
  });

  test('missing is never better than the best nor worse than the worst', () => {
    for (const indicator of indicatorsOf(card)) {
      expect(indicator.missing).toBeLessThanOrEqual(maximumOf(indicator));
      expect(indicator.missing).toBeGreaterThanOrEqual(Math.min(...pointsOf(indicator)));
    }
    fc.assert(
      fc.property(someFacts(cityCards), fc.constantFrom(...factNames), (facts, name) => {
        const { [name]: _, ...without } = facts;
        const values = indicatorsOf(card)
          .filter(({ fact }) => fact === name)
          .flatMap(({ bins }) => bins.map(valueIn));
        const points = values.map(
          (value) => scoreOf(card, { ...without, [name]: { value, evidence: [] } }).points,
        );
        fc.pre(points.length > 0);
        const missing = scoreOf(card, without).points;
        expect(missing).toBeLessThanOrEqual(Math.max(...points));
        if (!card.vetoes.some(({ fact }) => fact === name))
          expect(missing).toBeGreaterThanOrEqual(Math.min(...points));
      }),
    );
  });

  test('a score is whole numbers, the sum of its dimensions unless capped, and at most four reasons', () => {
    fc.assert(
      fc.property(someFacts(cityCards), (facts) => {
        const told = scoreOf(card, facts);
        const sum = told.dimensions.reduce((all, { points }) => all + points, 0);
        const caps = card.vetoes.filter(({ code }) => told.vetoes.includes(code));
        expect(told.points).toBe(Math.min(sum, ...caps.map(({ cap }) => cap)));
        expect(Number.isSafeInteger(told.points) && told.points >= 0).toBe(true);
        expect(told.points).toBeLessThanOrEqual(1_000);
        expect(told.reasons.length).toBeLessThanOrEqual(MAX_REASONS);
        for (const { points, max } of told.dimensions) expect(points).toBeLessThanOrEqual(max);
      }),
    );
  });

  test('a reason says by how much the points would rise without it', () => {
    fc.assert(
      fc.property(someFacts(cityCards), (facts) => {
        const told = scoreOf(card, facts);
        fc.pre(told.vetoes.length === 0);
        for (const { code, points } of told.reasons) {
          const cause = indicatorsOf(card).find(({ reason }) => reason === code);
          const value = cause && valueIn(bestOf(cause));
          const best = cause && value !== undefined && { value, evidence: [] };
          const mended = best ? scoreOf(card, { ...facts, [cause.fact]: best }) : told;
          expect(mended.dimensions.reduce((all, one) => all + one.points, 0)).toBe(
            told.points + points,
          );
        }
      }),
    );
  });
});

const bestOf = (indicator: Indicator) => {
  const best = indicator.bins.find(({ points }) => points === maximumOf(indicator));
  return best ?? { points: 0 };
};

/** A value that lies in a bin. */
function valueIn(bin: Indicator['bins'][number]) {
  if ('is' in bin) return bin.is[0] ?? '';
  return bin.from ?? (bin.to === undefined ? 0 : bin.to - 1);
}

describe('a limit', () => {
  const steady = (id: string): Indicator => ({
    id,
    zh: id,
    en: id,
    fact: id,
    bins: [
      { to: 1, points: 0 },
      { from: 1, points: 30 },
    ],
    missing: 0,
    reason: id,
    reasonZh: id,
    reasonEn: id,
  });
  const cardOf = (limit: Dimension['limit'], rest: Partial<Scorecard> = {}): Scorecard => ({
    id: 'limited',
    version: 1,
    zh: '',
    en: '',
    dimensions: [
      { id: 'd', zh: '', en: '', ...(limit && { limit }), indicators: ['a', 'b', 'c'].map(steady) },
    ],
    vetoes: [],
    bands: [{ grade: 'A', from: 0 }],
    ...rest,
  });
  const facts = (a: number, b: number, c: number): KnownFacts => ({
    a: { value: a, evidence: [] },
    b: { value: b, evidence: [] },
    c: { value: c, evidence: [] },
  });
  const tell = (card: Scorecard, of: KnownFacts) => {
    const { points, reasons } = scoreOf(card, of);
    return [points, reasons.map(({ code, points: lost }) => `${code} ${lost}`)];
  };

  test.each([
    ['no limit', undefined, facts(0, 0, 0), [0, ['a 30', 'b 30', 'c 30']]],
    ['a cap of 50', { kind: 'cap', points: 50 }, facts(1, 0, 0), [30, ['b 20', 'c 20']]],
    ['a cap of 50 that is reached', { kind: 'cap', points: 50 }, facts(1, 1, 0), [50, []]],
    ['a bonus of 50', { kind: 'bonus', points: 50 }, facts(1, 0, 0), [30, []]],
    ['a bonus of 50 that is reached', { kind: 'bonus', points: 50 }, facts(1, 1, 1), [50, []]],
  ] as const)('%s', (_, limit, of, expected) => {
    expect(tell(cardOf(limit), of)).toEqual(expected);
  });

  test('initial points are everybody’s', () => {
    expect(tell(cardOf(undefined, { initial: 487 }), facts(1, 1, 1))).toEqual([577, []]);
  });

  const told = (indicator: Partial<Indicator>): Scorecard => ({
    ...cardOf(undefined),
    dimensions: [{ id: 'd', zh: '', en: '', indicators: [{ ...steady('a'), ...indicator }] }],
  });
  const young = { code: 'young', zh: '', en: '' };

  test.each([
    ['its baseline', { baseline: 12 }, { a: { value: 0, evidence: [] } }, [0, ['a 12']]],
    ['nothing above it', { baseline: 12 }, { a: { value: 1, evidence: [] } }, [30, []]],
    [
      'the reason of the attribute',
      {
        bins: [
          { points: 5, to: 1, reason: young },
          { from: 1, points: 30 },
        ],
      },
      { a: { value: 0, evidence: [] } },
      [5, ['young 25']],
    ],
    ['why it is missing, where the card says', { missingReason: young }, {}, [0, ['young 30']]],
    ['nothing of what is not known else', {}, {}, [0, []]],
    ['what no bin speaks of', { other: 10 }, { a: { value: 'x', evidence: [] } }, [10, ['a 20']]],
  ] as const)('a loss tells %s', (_, indicator, of, expected) => {
    expect(tell(told(indicator), of)).toEqual(expected);
  });
});

test('the same facts give the same bytes for ever', async () => {
  const facts = readAll(aKnownFirm);
  const bytes = cityCards.map((card) => JSON.stringify(scoreOf(card, facts)));
  await expect(`${bytes.join('\n')}\n`).toMatchFileSnapshot('../../golden/scores.jsonl');
});
