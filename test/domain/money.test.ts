import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, fen, parseMoney, sum, yuan } from '#domain/money';

describe('an amount as people write it', () => {
  test.each([
    ['0', 'yuan', 0],
    ['-0', 'yuan', 0],
    ['12', 'yuan', 1_200],
    ['12.', 'yuan', 1_200],
    ['12.3', 'yuan', 1_230],
    ['0.29', 'yuan', 29], // 0.29 × 100 is 28.999…
    ['1.005', 'yuan', undefined], // Finer than a fen.
    ['1.0050', 'yuan', undefined],
    ['1.050', 'yuan', 105],
    ['12,345.6', 'yuan', 1_234_560],
    ['￥1 000', 'yuan', 100_000],
    ['¥1，000', 'yuan', 100_000],
    ['-943.40', 'yuan', -94_340],
    ['+5', 'yuan', 500],
    ['1', 'wan_yuan', 1_000_000],
    ['0.000001', 'wan_yuan', 1],
    ['0.0000001', 'wan_yuan', undefined],
    ['12,500.123456', 'wan_yuan', 12_500_123_456],
    ['4.35', 'wan_yuan', 4_350_000],
    ['90071992547409.91', 'yuan', 9_007_199_254_740_991],
    ['90071992547409.92', 'yuan', undefined], // Beyond the safe whole numbers.
    ['', 'yuan', undefined],
    ['.5', 'yuan', undefined],
    ['1e5', 'yuan', undefined],
    ['12万', 'yuan', undefined],
    ['N/A', 'yuan', undefined],
    ['1.2.3', 'yuan', undefined],
    ['--1', 'yuan', undefined],
  ] as const)('%s in %s is %s fen', (text, unit, expected) => {
    expect(parseMoney(text, unit)).toBe(expected);
  });

  test('what is written from fen is read back as the same fen', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        const digits = String(Math.abs(amount)).padStart(3, '0');
        const text = `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(parseMoney(text, 'yuan')).toBe(fen(amount));
      }),
    );
  });
});

describe('shares of an amount', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [100, [0, 1, 1, 1], [0, 34, 33, 33]],
    [1, [1, 1], [1, 0]],
    [0, [1, 2], [0, 0]],
  ])('%s over %o is %o', (whole, weights, shares) => {
    expect(allocate(fen(whole), weights)).toEqual(shares);
  });

  test('sum to the whole, and none goes to a weight of zero', () => {
    const weights = fc
      .array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 })
      .filter((all) => all.some((weight) => weight > 0));
    fc.assert(
      fc.property(fc.maxSafeNat(), weights, (whole, all) => {
        const shares = allocate(fen(whole), all);
        expect(sum(shares)).toBe(whole);
        for (const [index, share] of shares.entries()) {
          expect(share).toBeGreaterThanOrEqual(0);
          if (all[index] === 0) expect(share).toBe(0);
        }
      }),
    );
  });

  test('a debt is not shared, nor anything over no weight', () => {
    expect(() => allocate(fen(-1), [1])).toThrow('Broken promise');
    expect(() => allocate(fen(1), [0, 0])).toThrow('Broken promise');
  });
});

test('money is a whole number of fen, and 0 is never -0', () => {
  expect(() => fen(0.5)).toThrow('Broken promise');
  expect(() => fen(Number.MAX_SAFE_INTEGER + 1)).toThrow('Broken promise');
  expect(Object.is(fen(-0), 0)).toBe(true);
  expect(yuan(0.29)).toBe(29);
});
