import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskedNumbers } from '#domain/personal/find-personal';
import { redacted } from '#domain/personal/redacted';
import { idNumber, WANG } from '#test/support/a-person';
import { CODE } from '#test/support/builders';

const ID = WANG.idNumber;
const MASK = `${ID.slice(0, 4)}**********${ID.slice(-4)}`;

test.each([
  [`身份证${ID}，联系电话${WANG.phone}。`, `身份证${MASK}，联系电话138****5678。`],
  [`ID:${ID.toLowerCase()}`, `ID:${MASK}`],
  [ID.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)), MASK],
  ['138-1234-5678 / 138 1234 5678', '138****5678 / 138****5678'],
  ['+8613812345678', '138****5678'],
  ['tel:13812345678x', 'tel:138****5678x'],
])('%s becomes %s', (text, masked) => {
  expect(maskedNumbers(text)).toBe(masked);
});

test.each([
  CODE,
  '91320508MA0000269X',
  '苏罚〔2024〕12345678901号',
  '320508199001011230',
  `9${ID}`,
  `${ID}0`,
  '6222021234567890123',
  '113812345678',
  '12812345678',
  '2026-03-02T01:00:00.000Z',
  '金额 13,812,345,678 元',
])('%s is nobody: it stays', (text) => {
  expect(maskedNumbers(text)).toBe(text);
});

test('wherever a number stands between other words, nothing of it is left', () => {
  const word = fc.stringMatching(/^[a-z苏州市，。:： ]{0,12}$/);
  const number = fc.constantFrom<string>(ID, WANG.phone, idNumber('11010119700101001'));
  fc.assert(
    fc.property(fc.array(fc.tuple(word, number), { maxLength: 6 }), (pairs) => {
      const text = pairs.map(([before, one]) => `${before || ' '}${one}`).join('，');
      for (const [, one] of pairs) expect(maskedNumbers(text)).not.toContain(one);
      expect(maskedNumbers(maskedNumbers(text))).toBe(maskedNumbers(text));
    }),
  );
});

const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ3YW5nIn0.c2lnbmF0dXJlLXNpZ25hdHVyZQ';

test.each([
  [`Authorization: Bearer ${JWT}`],
  [`?access_token=${JWT}&x=1`],
  [`failed for ${JWT}`],
  ['Authorization: Basic d2FuZzpnZWhlaW0xMjM='],
])('%s lets nobody in once it is redacted', (text) => {
  const told = redacted(text);
  expect(told).not.toContain('eyJ');
  expect(told).not.toContain('d2FuZz');
});

test('what is no secret is told as it is', () => {
  const text = 'need_differs: principal, expected basic terms, token_wrong';
  expect(redacted(text)).toBe(text);
});
