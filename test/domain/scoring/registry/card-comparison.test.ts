import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expertCard } from '#domain/scoring/expert-card';
import {
  addFirms,
  LARGEST,
  startComparison,
  type TwoScores,
} from '#domain/scoring/registry/card-comparison';
import { CODE, TODAY, unifiedCode } from '#test/support/builders';

const { bands } = expertCard;
const start = startComparison(
  {
    challenger: 'card_expert.9',
    champion: { id: 'expert', version: 1, hash: 'h' },
    asOf: TODAY,
  },
  bands,
);
const gradeOf = (points: number) => bands.find(({ from }) => points >= from)?.grade ?? '';
const codes = [CODE, unifiedCode('91320508MA00004370'), unifiedCode('91320594724404238R')] as const;
const pair = (champion: number, challenger: number, code: TwoScores['code'] = CODE): TwoScores => ({
  code,
  champion,
  challenger,
  from: gradeOf(champion),
  to: gradeOf(challenger),
});
const points = fc.integer({ min: 0, max: 1000 });
const pairs = fc.array(
  fc.tuple(points, points, fc.constantFrom(...codes)).map(([a, b, code]) => pair(a, b, code)),
  { maxLength: 60 },
);

describe('a challenger in the shadow', () => {
  test('that says the same moves nobody', () => {
    fc.assert(
      fc.property(fc.array(points), (all) => {
        const same = addFirms(
          start,
          all.map((one) => pair(one, one)),
          bands,
        );
        expect([same.psi, same.meanShift, same.largest]).toEqual([0, 0, []]);
        for (const { from, to } of same.moves) expect(from).toBe(to);
      }),
    );
  });

  test('counts every firm once: by both distributions, and by its move', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const compared = addFirms(start, all, bands);
        const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0);
        expect(compared.firms).toBe(all.length);
        expect(sum(compared.bands.map(({ champion }) => champion))).toBe(all.length);
        expect(sum(compared.bands.map(({ challenger }) => challenger))).toBe(all.length);
        expect(sum(compared.moves.map(({ firms }) => firms))).toBe(all.length);
        expect(compared.largest.length).toBeLessThanOrEqual(LARGEST);
        expect(compared.psi).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('comes to the same in however many stretches', () => {
    fc.assert(
      fc.property(pairs, pairs, (some, others) => {
        const apart = addFirms(addFirms(start, some, bands), others, bands);
        expect(apart).toEqual(addFirms(start, [...some, ...others], bands));
      }),
    );
  });

  test('tells the largest moves first, up or down', () => {
    const { largest, meanShift, totalShift } = addFirms(
      start,
      [pair(500, 510), pair(500, 400, codes[1]), pair(700, 750, codes[2])],
      bands,
    );
    expect(largest.map(({ champion, challenger }) => challenger - champion)).toEqual([
      -100, 50, 10,
    ]);
    expect([totalShift, meanShift]).toEqual([-40, -13.33]);
  });
});
