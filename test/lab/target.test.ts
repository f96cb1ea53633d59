import { expect, test } from 'vitest';
import { readTarget } from '#lab/target';

const table = (...values: readonly string[]) => ({
  columns: ['y'],
  rows: values.map((value) => [value]),
});

test.each([
  [['0', '1'], undefined, [0, 1]],
  [['1.0', '0.0'], undefined, [1, 0]],
  [['No', 'YES'], undefined, [0, 1]],
  [['false', 'TRUE'], undefined, [0, 1]],
  [['good', 'bad'], undefined, [0, 1]],
  [['否', '是'], undefined, [0, 1]],
  [['P I F', 'CHGOFF'], 'CHGOFF', [0, 1]],
  [['1', '0'], '0', [0, 1]],
  [['0', '', '?', '1'], undefined, [0, 1]],
] as const)('%j with bad = %s reads as %j', (values, bad, outcomes) => {
  const read = readTarget(table(...values), 'y', bad);
  expect(read.ok && [...read.outcomes]).toEqual(outcomes);
});

test.each([
  ['x', ['0', '1'], undefined, 'target_absent'],
  ['y', ['P I F', 'CHGOFF'], undefined, 'target_not_binary'],
  ['y', ['0', '1', '2'], undefined, 'target_not_binary'],
  ['y', ['0', '1'], 'CHGOFF', 'bad_absent'],
  ['y', ['0', '0'], undefined, 'outcomes_all_alike'],
] as const)('target %s of %j with bad = %s is refused: %s', (name, values, bad, code) => {
  expect(readTarget(table(...values), name, bad)).toMatchObject({ ok: false, code });
});

test('a value that is no outcome is named with its row', () => {
  expect(readTarget(table('0', '1', 'perhaps'), 'y')).toMatchObject({ row: 3, actual: 'perhaps' });
});
