import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen, yuan } from '#domain/money';
import { basisPoints, interest, type LprFixing, lprOn, shareOf } from '#domain/rate';

describe('interest', () => {
  test.each([
    [1_000_000, 385, 365, 39_034.72], // domain.md C11, actual over 360.
    [1_000_000, 385, 360, 38_500],
    [1_000_000, 0, 365, 0],
    [1_000_000, 385, 0, 0],
  ])('on %s yuan at %s bp for %s days is %s yuan', (principal, rate, days, expected) => {
    const terms = { principal: yuan(principal), rate: basisPoints(rate), days };
    expect(interest(terms)).toBe(yuan(expected));
  });

  test.each([
    [1_800_000, 0], // 0.5 of a fen.
    [1_800_001, 1],
    [5_400_000, 2], // 1.5
    [9_000_000, 2], // 2.5
    [9_000_001, 3],
  ])('of one day at 1 bp on %s fen is %s fen: half goes to even', (principal, expected) => {
    const terms = { principal: fen(principal), rate: basisPoints(1), days: 1 };
    expect(interest(terms)).toBe(expected);
  });

  test('never falls with principal, rate or days', () => {
    const nat = fc.nat(1_000_000);
    fc.assert(
      fc.property(nat, nat, nat, (amount, rate, days) => {
        const terms = {
          principal: fen(amount),
          rate: basisPoints(rate % 3_000),
          days: days % 4_000,
        };
        const now = interest(terms);
        expect(interest({ ...terms, principal: fen(amount + 1) })).toBeGreaterThanOrEqual(now);
        expect(interest({ ...terms, days: terms.days + 1 })).toBeGreaterThanOrEqual(now);
        expect(interest({ ...terms, rate: basisPoints(terms.rate + 1) })).toBeGreaterThanOrEqual(
          now,
        );
      }),
    );
  });
});

describe('a share', () => {
  test.each([
    [1, 2, 5_000],
    [1, 3, 3_333],
    [2, 3, 6_667],
    [0, 5, 0],
    [5, 0, undefined],
    [5, -1, undefined],
  ])('of %s in %s is %s bp', (part, whole, expected) => {
    expect(shareOf(part, whole)).toBe(expected);
  });

  test('is a whole number of basis points', () => {
    expect(() => basisPoints(1.5)).toThrow('Broken promise');
  });
});

test('a fixing holds from its day until the next one', () => {
  const fixing = (publishedOn: string, oneYear: number): LprFixing => ({
    publishedOn,
    rates: { '1Y': basisPoints(oneYear), '5Y': basisPoints(oneYear + 50) },
  });
  const fixings = [fixing('2024-10-21', 310), fixing('2025-05-20', 300)];
  expect(lprOn(fixings, '2024-10-20')).toBeUndefined();
  expect(lprOn(fixings, '2024-10-21')?.rates['1Y']).toBe(310);
  expect(lprOn(fixings, '2025-05-19')?.rates['1Y']).toBe(310);
  expect(lprOn(fixings, '2025-05-20')?.rates['1Y']).toBe(300);
  expect(lprOn(fixings, '2026-11-20')?.rates['1Y']).toBe(300);
});
