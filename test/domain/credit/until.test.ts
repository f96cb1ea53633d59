import { expect, test } from 'vitest';
import { until } from '#domain/credit/until';

test.each([
  { content: { valid_to: '2026-05-01', removed_on: '2026-03-01' }, end: '2026-03-01' },
  { content: { valid_to: '2026-02-01', removed_on: '2026-03-01' }, end: '2026-02-01' },
  { content: { removed_on: '2026-03-01' }, end: '2026-03-01' },
  { content: { valid_to: '2026-05-01', other: '2026-01-01' }, end: '2026-05-01' },
  { content: { valid_to: 'soon' }, end: undefined },
  { content: {}, end: undefined },
])('a record ends on the earliest of its ends: $content → $end', ({ content, end }) => {
  expect(until('valid_to', 'removed_on')(content)).toBe(end);
});
