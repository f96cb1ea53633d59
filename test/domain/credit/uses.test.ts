import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Usable, usesOf } from '#domain/credit/uses';
import { date } from '#domain/time';
import { anyDay, anyUsable, aUsable, since } from './a-usable.ts';

const all = { shown: true, shared: true, scored: true };
const kept = { shown: false, shared: true, scored: true };
const none = { shown: false, shared: false, scored: false };
const withdrawn: Usable['withdrawn'] = {
  on: date('2026-06-01'),
  by: 'case_one',
  why: 'repaired',
};
const declared = { catalogue: 'self-declared', severity: 'none' } as const;

test.each<[string, Partial<Usable>, string, object, string]>([
  ['a fine of order 36 on its day', {}, '2026-05-01', all, 'in_use'],
  ['the day before', {}, '2026-04-30', none, 'not_begun'],
  ['a year later', {}, '2027-05-01', all, 'in_use'],
  ['the day after that', {}, '2027-05-02', none, 'display_ended'],
  ['serious', { severity: 'serious' }, '2029-05-01', all, 'in_use'],
  ['serious, a day later', { severity: 'serious' }, '2029-05-02', none, 'display_ended'],
  ['minor', { severity: 'minor' }, '2026-08-01', kept, 'not_displayed'],
  ['minor, a day later', { severity: 'minor' }, '2026-08-02', none, 'display_ended'],
  ['a fine of order 58', since('2026-03-31'), '2029-03-31', all, 'in_use'],
  ['a fine of order 58, a day later', since('2026-03-31'), '2029-04-01', none, 'display_ended'],
  [
    'minor by order 58',
    { ...since('2024-01-15'), severity: 'minor' },
    '2024-02-01',
    kept,
    'not_displayed',
  ],
  ['told to end early', since('2026-05-01', '2026-05-31'), '2026-06-01', none, 'display_ended'],
  ['told to end late', since('2026-05-01', '2031-01-01'), '2027-05-02', none, 'display_ended'],
  ['month end', { ...since('2026-11-30'), severity: 'minor' }, '2027-02-28', kept, 'not_displayed'],
  [
    'after month end',
    { ...since('2026-11-30'), severity: 'minor' },
    '2027-03-01',
    none,
    'display_ended',
  ],
  ['repaired', { withdrawn }, '2026-07-01', none, 'withdrawn'],
  ['repaired, and asked of a day before', { withdrawn }, '2026-05-15', none, 'withdrawn'],
  ['under objection', { disputedBy: 'case_two' }, '2026-05-15', all, 'in_use'],
  ['authorised', { catalogue: 'tax-paid', severity: 'none' }, '2026-05-15', kept, 'not_public'],
  [
    'declared, and nobody has looked',
    { ...declared, verification: 'unverified' },
    '2026-05-15',
    none,
    'unverified',
  ],
  ['declared, and nobody said anything', declared, '2026-05-15', none, 'unverified'],
  [
    'declared, found true',
    { ...declared, verification: 'verified' },
    '2026-05-15',
    kept,
    'not_public',
  ],
  [
    'declared, found false',
    { ...declared, verification: 'false' },
    '2026-05-15',
    none,
    'found_false',
  ],
  [
    'on a list, beyond any months',
    { catalogue: 'dishonest-debtor', severity: 'serious', ...since('2019-01-01') },
    '2026-05-15',
    all,
    'in_use',
  ],
])('%s', (_, told, day, uses, why) => {
  expect(usesOf(aUsable(told), date(day))).toMatchObject({ ...uses, why });
});

test('a fault names the generation of rules by which it is published, what is none names none', () => {
  const day = date('2026-05-15');
  expect(usesOf(aUsable(), day).regime).toBe('order-36');
  expect(usesOf(aUsable(since('2024-01-01')), day).regime).toBe('order-58');
  expect(usesOf(aUsable({ severity: 'none' }), day)).not.toHaveProperty('regime');
});

test('a withdrawn record is in no use on any day', () => {
  fc.assert(
    fc.property(anyUsable, anyDay, anyDay, (entry, on, day) => {
      const gone = { ...entry, withdrawn: { on, by: 'case_one', why: 'repaired' } } as const;
      expect(usesOf(gone, day)).toMatchObject(none);
    }),
  );
});

test('what is shown is shared, and what is in any use lies within its first and last day', () => {
  fc.assert(
    fc.property(anyUsable, anyDay, (entry, day) => {
      const { shown, shared, scored, from, until } = usesOf(entry, day);
      if (shown) expect(shared).toBe(true);
      if (!shared && !scored) return;
      expect(from <= day).toBe(true);
      expect(until === undefined || day <= until).toBe(true);
      const { to } = entry.validity;
      expect(to === undefined || day <= to).toBe(true);
    }),
  );
});

test('an objection takes nothing out of use', () => {
  fc.assert(
    fc.property(anyUsable, anyDay, ({ disputedBy: _, ...entry }, day) => {
      expect(usesOf({ ...entry, disputedBy: 'case_two' }, day)).toEqual(usesOf(entry, day));
    }),
  );
});

test('declared data counts on no day unless it was found true', () => {
  fc.assert(
    fc.property(anyUsable, anyDay, (entry, day) => {
      const uses = usesOf({ ...entry, catalogue: 'self-declared' }, day);
      if (uses.shared || uses.scored) expect(entry.verification).toBe('verified');
      expect(uses.shown).toBe(false);
    }),
  );
});
