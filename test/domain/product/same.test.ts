import { expect, test } from 'vitest';
import { same } from '#domain/product/same';

test.each<[unknown, unknown, boolean]>([
  [{ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: null }, false],
  [{ a: 0 }, {}, false],
  [[1, 2], [2, 1], false],
  [[1], [1, 2], false],
  [['a'], { 0: 'a' }, false],
  [null, {}, false],
  ['1', 1, false],
])('%j and %j: %s', (left, right, expected) => {
  expect(same(left, right)).toBe(expected);
  expect(same(right, left)).toBe(expected);
});
