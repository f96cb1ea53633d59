import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAmountAsWritten } from '#domain/credit/parse-amount';
import { parseMoney } from '#domain/money';

describe('an amount is read as it is written, to the fen', () => {
  test.each([
    ['1234.5', 'yuan', 123_450],
    ['1,234.50', 'yuan', 123_450],
    ['1，234.50', 'yuan', 123_450],
    ['￥1 234.50', 'yuan', 123_450],
    ['¥1,234.50元', 'yuan', 123_450],
    ['人民币1,234.50元', 'yuan', 123_450],
    ['RMB 1,234.50', 'yuan', 123_450],
    ['１，２３４．５０', 'yuan', 123_450],
    ['1234.50元整', 'wan_yuan', 123_450],
    ['1,234.50万元', 'yuan', 1_234_500_000],
    ['1,234.50', 'wan_yuan', 1_234_500_000],
    ['0.000001', 'wan_yuan', 1],
    ['-943.40', 'yuan', -94_340],
    ['(1,234.5)', 'yuan', -123_450],
    ['（1,234.5）', 'yuan', -123_450],
    ['(￥1,234.5)', 'yuan', -123_450],
    ['(1.5)万元', 'yuan', -1_500_000],
    ['538(万元人民币)', 'yuan', 538_000_000],
    ['-0.00', 'yuan', 0],
    ['1.230', 'yuan', 123],
    ['90071992547409.91', 'yuan', Number.MAX_SAFE_INTEGER],
    ['000000000000000000001', 'yuan', 100],
  ] as const)('%j in %s is %i fen', (text, unit, fen) => {
    expect(parseAmountAsWritten(text, unit)).toBe(fen);
  });

  test.each([
    ['1.234'],
    ['1.2E3'],
    ['1.2E+05'],
    ['(-5)'],
    ['(5'],
    ['()'],
    ['12-'],
    ['1.2.3'],
    ['.5'],
    ['$5'],
    ['640(万美元)'],
    ['5亿'],
    ['90071992547409.92'],
    ['人民币'],
    ['壹佰元整'],
    ['约5万元'],
    [''],
  ])('%j is no amount', (text) => {
    expect(parseAmountAsWritten(text, 'yuan')).toBeUndefined();
  });

  test('whatever the amount, moving its point is exact', () => {
    const amounts = fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 });
    fc.assert(
      fc.property(amounts, fc.constantFrom('yuan', 'wan_yuan'), (fen, unit) => {
        const places = unit === 'yuan' ? 2 : 6;
        const digits = String(Math.abs(fen)).padStart(places + 1, '0');
        const text = `${fen < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
        expect(parseMoney(text, unit)).toBe(fen === 0 ? 0 : fen);
        expect(parseMoney(text.replace('.', ' .'), unit)).toBe(fen === 0 ? 0 : fen);
      }),
    );
  });
});
