import { expect, test } from 'vitest';
import {
  clipCell,
  MAX_KEPT_CELL,
  MAX_ROW_CHARACTERS,
  tooLarge,
  wrongCount,
} from '#adapters/tabular/row-limit';
import { CUT } from '#domain/credit/raw-row';

test('a cell of MAX_KEPT_CELL characters is whole, a longer one is cut and marked', () => {
  const whole = '企'.repeat(MAX_KEPT_CELL);
  expect(clipCell(whole)).toBe(whole);
  expect(clipCell(`${whole}业`)).toBe(whole + CUT);
});

test('no character is cut in half', () => {
  const text = `${'x'.repeat(MAX_KEPT_CELL - 1)}𠮷𠮷`;
  expect(clipCell(text)).toBe('x'.repeat(MAX_KEPT_CELL - 1) + CUT);
});

test('a row that is too large keeps its cells, clipped, and says how large it was', () => {
  const row = tooLarge(7, ['a', 'b'], ['1', 'x'.repeat(MAX_ROW_CHARACTERS)]);
  expect(row).toEqual({
    line: 7,
    cells: { a: '1', b: 'x'.repeat(MAX_KEPT_CELL) + CUT },
    fault: expect.objectContaining({ code: 'row_too_large', actual: '1000001' }),
  });
});

test.each([
  [['1'], { cells: { a: '1' } }],
  [[], { cells: {} }],
  [['1', '2', '3', 'x,"y"'], { cells: { a: '1', b: '2' }, raw: '1,2,3,"x,""y"""' }],
  [['__proto__', '2', ''], { cells: { a: '__proto__', b: '2' }, raw: '__proto__,2,' }],
])('a row of other width than its header loses nothing: %j', (values, kept) => {
  const fault = { code: 'column_count', expected: '2', actual: String(values.length) };
  expect(wrongCount(3, ['a', 'b'], values)).toEqual({ line: 3, ...kept, fault });
});

test('a row of other width is not cut for that', () => {
  const long = 'x'.repeat(MAX_KEPT_CELL + 1);
  expect(wrongCount(3, ['a', 'b'], [long]).cells).toEqual({ a: long });
});
