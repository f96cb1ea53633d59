import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ApprovalHistory,
  likelihoodOf,
  MIN_DECIDED,
  MIN_DECIDED_ALIKE,
} from '#domain/matching/likelihood';
import { basisPoints } from '#domain/rate';

const tenths = (...approved: readonly number[]): ApprovalHistory =>
  Array.from({ length: 10 }, (_, tenth) => ({ decided: 40, approved: approved[tenth] ?? 40 }));
const at = (margin: number, history?: ApprovalHistory) =>
  likelihoodOf({ margin: basisPoints(margin), history });

test.each([
  ['nothing decided', undefined],
  ['too few in all', Array.from({ length: 10 }, () => ({ decided: 19, approved: 19 }))],
  ['too few alike', tenths().with(3, { decided: MIN_DECIDED_ALIKE - 1, approved: 19 })],
])('with %s half the margin is added to an even chance', (_, history) => {
  expect(at(3_500, history)).toBe(6_750);
});

test('without outcomes an even chance at the floor, a sure one at twice as much', () => {
  expect([at(0), at(10_000)]).toEqual([5_000, 10_000]);
});

test('with just enough decided the outcomes speak', () => {
  const history = Array.from({ length: 10 }, () => ({
    decided: MIN_DECIDED / 10,
    approved: MIN_DECIDED / 20,
  }));
  expect(at(9_000, history)).toBe(5_000);
});

test('neighbours that fall share one likelihood, each drawn a little to that of all', () => {
  const history = tenths(0, 20, 10);
  expect(at(0, history)).toBe(Math.round(((10 * 310) / 400 / 50) * 10_000));
  expect(at(1_000, history)).toBe(at(2_999, history));
  expect(at(1_000, history)).toBe(Math.round(((30 + (20 * 310) / 400) / 100) * 10_000));
  expect(at(10_000, history)).toBe(Math.round(((40 + (10 * 310) / 400) / 50) * 10_000));
});

test('it never falls as the margin grows, nor leaves what can be', () => {
  const one = fc
    .tuple(fc.integer({ min: 20, max: 99 }), fc.nat(100))
    .map(([decided, share]) => ({ decided, approved: Math.floor((decided * share) / 100) }));
  const history = fc.array(one, { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(history, (told) => {
      const found = told.map((_, tenth) => at(tenth * 1_000, told));
      expect(found).toEqual(found.toSorted((a, b) => a - b));
      for (const likelihood of found) {
        expect(likelihood).toBeGreaterThanOrEqual(0);
        expect(likelihood).toBeLessThanOrEqual(10_000);
      }
    }),
  );
});
