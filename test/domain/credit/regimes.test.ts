import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Severity } from '#domain/credit/record';
import {
  displayUntil,
  publicityOf,
  regimeOf,
  regimeOn,
  repairableFrom,
} from '#domain/credit/regimes';
import { regimes } from '#domain/credit/regimes/orders';
import { addDays, date } from '#domain/time';
import { anyDay } from './a-usable.ts';

const decided = (
  on: string,
  severity: Severity,
  told: { basis?: string; catalogue?: 'abnormal-operation' } = {},
) => ({
  catalogue: told.catalogue ?? ('administrative-penalty' as const),
  occurredOn: date(on),
  severity,
  validity: { from: date(on) },
  content: told.basis === undefined ? {} : { basis: told.basis },
});

test.each([
  ['2016-08-01', 'administrative-penalty', 'before-58'],
  ['2023-04-30', 'administrative-penalty', 'before-58'],
  ['2023-05-01', 'administrative-penalty', 'order-58'],
  ['2026-03-31', 'administrative-penalty', 'order-58'],
  ['2026-04-01', 'administrative-penalty', 'order-36'],
  ['2025-12-24', 'abnormal-operation', 'order-58'],
  ['2025-12-25', 'abnormal-operation', 'order-107'],
  ['2025-12-25', 'administrative-penalty', 'order-58'],
  ['1900-01-01', 'administrative-penalty', 'before-58'],
])('%s in %s: %s', (day, catalogue, regime) => {
  expect(regimeOn(date(day), catalogue).id).toBe(regime);
});

test('the general orders follow each other without a gap, and without two on one day', () => {
  const general = regimes
    .filter(({ catalogues }) => catalogues === undefined)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  expect(general.slice(0, -1).map(({ to }) => to && addDays(to, 1))).toEqual(
    general.slice(1).map(({ from }) => from),
  );
  expect(general.at(-1)).not.toHaveProperty('to');
});

test.each(regimes.map((regime) => [regime.id, regime] as const))(
  '%s: a graver fault is published no shorter than a lighter one',
  (_, { publicity: { minor, general, serious } }) => {
    for (const [lighter, graver] of [
      [minor, general],
      [general, serious],
    ] as const) {
      expect(graver.minMonths).toBeGreaterThanOrEqual(lighter.minMonths);
      expect(graver.maxMonths).toBeGreaterThanOrEqual(lighter.maxMonths);
      expect(Number(graver.displayed)).toBeGreaterThanOrEqual(Number(lighter.displayed));
    }
  },
);

test.each([
  ['2026-04-01', 'minor', {}, '2026-04-01'],
  ['2026-04-01', 'general', {}, '2026-07-01'],
  ['2026-04-01', 'serious', {}, '2027-04-01'],
  ['2026-11-30', 'general', {}, '2027-02-28'],
  ['2027-11-30', 'general', {}, '2028-02-29'],
  ['2024-02-29', 'serious', {}, '2025-02-28'],
  ['2026-03-31', 'minor', {}, '2026-06-30'],
  ['2026-03-31', 'general', {}, '2026-06-30'],
  ['2026-03-31', 'serious', {}, '2027-03-31'],
  ['2024-05-10', 'general', { basis: '《中华人民共和国食品安全法》第一百二十二条' }, '2025-05-10'],
  ['2024-05-10', 'minor', { basis: '《安全生产法》第九十七条' }, '2025-05-10'],
  ['2024-05-10', 'general', { basis: '《广告法》第五十五条' }, '2024-08-10'],
  // Order 36 knows gravity alone.
  ['2026-05-10', 'general', { basis: '《食品安全法》第一百二十二条' }, '2026-08-10'],
  ['2026-05-10', 'none', {}, undefined],
] as const)('decided on %s, %s %j: may be repaired from %s', (on, severity, told, from) => {
  expect(repairableFrom(decided(on, severity, told))).toBe(from);
});

test.each([
  ['2026-04-01', 'minor', '2026-07-01'],
  ['2026-04-01', 'general', '2027-04-01'],
  ['2026-08-31', 'minor', '2026-11-30'],
  ['2024-02-29', 'general', '2027-02-28'],
  ['2024-02-29', 'none', undefined],
] as const)('decided on %s, %s: displayed until %s', (on, severity, until) => {
  expect(displayUntil(decided(on, severity))).toBe(until);
});

test('what stands on a list is ended by no month, only by its authority', () => {
  const listed = decided('2020-01-01', 'general', { catalogue: 'abnormal-operation' });
  expect(displayUntil(listed)).toBeUndefined();
  const removed = { ...listed, validity: { from: date('2020-01-01'), to: date('2030-01-01') } };
  expect(displayUntil(removed)).toBe('2030-01-01');
});

test('a fault may be repaired no later than its display ends by itself', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom('minor', 'general', 'serious'), (on, severity) => {
      const record = decided(on, severity);
      const from = repairableFrom(record) ?? '';
      expect(on <= from && from <= (displayUntil(record) ?? '')).toBe(true);
    }),
  );
});

test('what speaks of no fault has neither regime nor publicity', () => {
  const record = decided('2026-05-01', 'none');
  expect([regimeOf(record), publicityOf(record)]).toEqual([undefined, undefined]);
});
