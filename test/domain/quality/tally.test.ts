import { expect, test } from 'vitest';
import { addCells, EARLIER, startTally, tallyDay, UNKNOWN } from '#domain/quality/tally';
import { date } from '#domain/time';

const deliveredOn = date('2026-03-02');

test.each([
  ['a day', '2026-02-27', false, '2026-02-27'],
  ['a day of a packed catalogue: its month', '2026-02-03', true, '2026-02-28'],
  ['a day that lies ahead', '2026-03-20', false, '2026-03-20'],
  ['400 days back', '2025-01-26', false, '2025-01-26'],
  ['further back', '2025-01-25', false, EARLIER],
  ['further back, of a packed catalogue', '2024-12-31', true, EARLIER],
])('%s', (_, day, packed, told) => {
  expect(tallyDay(date(day), { deliveredOn, packed })).toBe(told);
});

test('no day at all', () => {
  expect(tallyDay(undefined, { deliveredOn, packed: false })).toBe(UNKNOWN);
});

test('verdicts add up by district and day, in one tally or in several', () => {
  const rows = [
    ['accepted', '320508', '2026-02-27'],
    ['refused', '320508', '2026-02-27'],
    ['accepted', '320506', '2026-02-27'],
    ['accepted', '320508', EARLIER],
  ] as const;
  const whole = startTally();
  const parts = rows.map(([verdict, district, day]) => {
    const part = startTally();
    part.count(verdict, district, day);
    whole.count(verdict, district, day);
    return part.cells();
  });
  expect(addCells(parts)).toEqual(addCells([whole.cells()]));
  expect(addCells([whole.cells()])[1]).toMatchObject({
    district: '320508',
    day: '2026-02-27',
    counts: { delivered: 2, accepted: 1, refused: 1 },
  });
});
