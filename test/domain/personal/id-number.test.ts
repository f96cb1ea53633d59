import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCharacterOf, isIdNumber, parseIdNumber } from '#domain/personal/id-number';
import { parseMobile } from '#domain/personal/mobile';
import { maskedId, maskedMobile, maskedText } from '#domain/personal/sealed';
import { date } from '#domain/time';

/** The example of GB 11643-1999 itself. */
const EXAMPLE = '11010519491231002X';

test.each([
  [EXAMPLE, undefined],
  ['  11010519491231 002x ', undefined],
  ['１１０１０５１９４９１２３１００２Ｘ', undefined],
  ['1101051949123100', '17 digits and a check character'],
  ['11010519491231002Y', '17 digits and a check character'],
  ['00010519491231002X', 'a region of GB/T 2260 at the beginning'],
  ['11010519490229002X', 'a birth date'],
  ['110105194912310021', 'the right check character'],
  ['91320594724404238R', '17 digits and a check character'],
])('%s: %s', (text, expected) => {
  const parsed = parseIdNumber(text);
  if (expected === undefined) expect(parsed).toEqual({ ok: true, value: EXAMPLE });
  else
    expect(parsed).toEqual({
      ok: false,
      refusal: { code: 'id_number_wrong', field: 'idNumber', expected },
    });
});

test('nobody is born after today', () => {
  expect(parseIdNumber(EXAMPLE, date('1949-12-30')).ok).toBe(false);
  expect(parseIdNumber(EXAMPLE, date('1949-12-31')).ok).toBe(true);
});

const digits = fc
  .tuple(
    fc.constantFrom('11', '32', '44', '54', '65', '71', '83'),
    fc.integer({ min: 0, max: 9999 }).map((place) => String(place).padStart(4, '0')),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }).map((order) => String(order).padStart(3, '0')),
  )
  .map(
    ([region, place, born, order]) =>
      `${region}${place}${born.toISOString().slice(0, 10).replaceAll('-', '')}${order}`,
  );

test('a number with its check character is lawful, and with one digit changed it is not', () => {
  fc.assert(
    fc.property(
      digits,
      fc.integer({ min: 0, max: 16 }),
      fc.integer({ min: 1, max: 9 }),
      (first, at, by) => {
        const number = first + checkCharacterOf(first);
        expect(isIdNumber(number)).toBe(true);
        const digit = (Number(number[at]) + by) % 10;
        expect(isIdNumber(number.slice(0, at) + digit + number.slice(at + 1))).toBe(false);
      },
    ),
  );
});

test.each([
  ['13812345678', true],
  ['+86 138-1234-5678', true],
  ['0086 13812345678', true],
  ['12812345678', false],
  ['1381234567', false],
  ['0512-6530-0000', false],
])('%s is a mobile number: %s', (text, is) => {
  const parsed = parseMobile(text);
  expect(parsed.ok).toBe(is);
  expect(JSON.stringify(parsed)).not.toContain(is ? '-' : text);
});

test('masks leave what people know a number by', () => {
  expect(maskedId('320508199001011234')).toBe('3205**********1234');
  expect(maskedMobile('13812345678')).toBe('138****5678');
  expect(['王建国', '王', 'G12345678', EXAMPLE, '13812345678'].map(maskedText)).toEqual([
    '王**',
    '*',
    'G**',
    '1101**********002X',
    '138****5678',
  ]);
});
