import { describe, expect, test } from 'vitest';
import { patternOf } from '#infra/local/pattern';
import type { Json } from '#infra/local/properties';

const rows: readonly [rule: string, pattern: Json, event: Json, fits: boolean][] = [
  ['an exact value fits itself', { a: ['x'] }, { a: 'x' }, true],
  ['an exact value fits no other', { a: ['x'] }, { a: 'y' }, false],
  ['one choice of several is enough', { a: ['x', 'y'] }, { a: 'y' }, true],
  ['a number is not its text', { a: [1] }, { a: '1' }, false],
  ['every key must fit', { a: ['x'], b: ['y'] }, { a: 'x', b: 'z' }, false],
  ['keys that the pattern does not name are free', { a: ['x'] }, { a: 'x', b: 1 }, true],
  ['a missing key fits no value', { a: ['x'] }, {}, false],
  ['one value of a list is enough', { a: ['x'] }, { a: ['w', 'x'] }, true],
  ['nested keys must fit', { a: { b: ['x'] } }, { a: { b: 'x' } }, true],
  ['a nested key of a text fits nothing', { a: { b: ['x'] } }, { a: 'b' }, false],
  ['a prefix fits what begins so', { a: [{ prefix: 'EVENT#' }] }, { a: 'EVENT#1' }, true],
  ['a prefix heeds case', { a: [{ prefix: 'EVENT#' }] }, { a: 'event#1' }, false],
  ['a prefix fits no number', { a: [{ prefix: '1' }] }, { a: 12 }, false],
  ['exists true wants the key', { a: [{ exists: true }] }, {}, false],
  ['exists true takes null', { a: [{ exists: true }] }, { a: null }, true],
  ['exists false wants it away', { a: [{ exists: false }] }, { b: 1 }, true],
  ['anything-but refuses the value', { a: [{ 'anything-but': 'x' }] }, { a: 'x' }, false],
  [
    'anything-but refuses each of a list',
    { a: [{ 'anything-but': ['x', 'y'] }] },
    { a: 'y' },
    false,
  ],
  ['anything-but takes another', { a: [{ 'anything-but': ['x', 'y'] }] }, { a: 'z' }, true],
  ['anything-but wants a value', { a: [{ 'anything-but': 'x' }] }, {}, false],
];

test.each(rows)('%s', (_, pattern, event, fits) => {
  expect(patternOf(pattern)(event)).toBe(fits);
});

describe('a pattern that cannot be judged stops the start and is named', () => {
  test.each([
    [{ a: [{ suffix: '.csv' }] }, 'suffix'],
    [{ a: [{ numeric: ['>', 1] }] }, 'numeric'],
    [{ a: [{ 'anything-but': { prefix: 'x' } }] }, 'anything-but'],
    [{ a: [{ prefix: 'x', exists: true }] }, 'prefix'],
    [{ a: [] }, 'no choice'],
    [{ a: 'x' }, 'not "x"'],
    [{ $or: [{ a: ['x'] }] }, '$or'],
  ] as const)('%j', (pattern, named) => {
    expect(() => patternOf(pattern as Json)).toThrow(named);
  });
});
