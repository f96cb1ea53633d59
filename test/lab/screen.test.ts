import { expect, test } from 'vitest';
import { screen } from '#lab/screen';

const ROWS = 200;
const outcomes = Uint8Array.from({ length: ROWS }, (_, row) => (row % 4 === 0 ? 1 : 0));
const rules = { maxBins: 50, minGroup: 5, specials: [] };

/** A column made row by row, beside one of honest noise. */
function judged(cell: (row: number, bad: boolean) => string) {
  const rows = Array.from({ length: ROWS }, (_, row) => [
    cell(row, outcomes[row] === 1),
    String((row * 37) % 101),
    String(outcomes[row]),
  ]);
  const table = { columns: ['x', 'noise', 'y'], rows };
  const { setAside, candidates } = screen(table, 'y', outcomes, rules, { keep: [], drop: [] });
  expect(candidates.map(({ name }) => name)).toContain('noise');
  return setAside.find(({ column }) => column === 'x')?.reason;
}

test.each<[string, (row: number, bad: boolean) => string, string | undefined]>([
  ['one value', () => 'a', 'constant'],
  ['nothing', () => '?', 'constant'],
  ['names', (row) => `Firm ${row}`, 'identifier'],
  ['numbers of files', (row) => String(10_000 + row), 'identifier'],
  ['amounts, all different', (row) => String(row * row), undefined],
  ['words that are all rare', (row) => `w${row % 60}`, 'words_all_rare'],
  ['the outcome under another name', (_, bad) => (bad ? 'CHGOFF' : 'P I F'), 'leak_separates'],
  [
    'a sum that only bads have',
    (row, bad) => (bad ? String(100 + (row % 50)) : '0'),
    'leak_separates',
  ],
  [
    'a day that most bads have and no good',
    (row, bad) => (bad && row % 3 > 0 ? String(row % 50) : ''),
    'leak_filled_in',
  ],
  ['a strong characteristic', (row, bad) => String((bad ? 0 : 40) + (row % 60)), undefined],
  [
    'mostly missing, among goods and bads alike',
    (row) => (row % 5 === 0 ? String(row % 7) : ''),
    undefined,
  ],
])('%s: %#', (_, cell, reason) => {
  expect(judged(cell)).toBe(reason);
});

test('a column that sorts rows as another does, up or down, is used once', () => {
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const months = (row * 7) % 60;
    return [
      String(months),
      String(months * 30),
      String(-months),
      String(row % 3),
      String(outcomes[row]),
    ];
  });
  const table = { columns: ['months', 'days', 'rest', 'other', 'y'], rows };
  const { setAside } = screen(table, 'y', outcomes, rules, { keep: [], drop: [] });
  expect(setAside).toEqual([
    { column: 'days', reason: 'repeats', repeats: 'months' },
    { column: 'rest', reason: 'repeats', repeats: 'months' },
  ]);
});
