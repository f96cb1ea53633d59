import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseKind } from '#domain/case/case';
import { deadlinesOf, decideByOf, extendedTo } from '#domain/case/case-rules';
import { addDays, date, daysBetween } from '#domain/time';
import { calendar } from './a-case.ts';

const penalty = { catalogue: 'administrative-penalty' } as const;
const abnormal = { catalogue: 'abnormal-operation' } as const;

test.each<[string, CaseKind, string, string, string]>([
  // Order 36: 3 and 10 working days.
  ['an ordinary week', 'repair', '2026-06-03', '2026-06-08', '2026-06-23'], // 端午 on 19 June.
  ['the national holiday', 'repair', '2026-09-29', '2026-10-09', '2026-10-22'],
  // Order 58: 3 and 3 working days; 春节 from 15 to 23 February, 14 and 28 worked.
  ['the spring festival', 'repair', '2026-02-12', '2026-02-24', '2026-02-27'],
  ['a make-up Saturday', 'repair', '2026-02-26', '2026-03-02', '2026-03-05'],
  ['the end of a year', 'repair', '2025-12-30', '2026-01-05', '2026-01-08'],
  // An objection: 20 calendar days, moved on to a working day.
  ['an ordinary month', 'objection', '2026-06-03', '2026-06-08', '2026-06-23'],
  ['a last day in the spring festival', 'objection', '2026-01-30', '2026-02-04', '2026-02-24'],
  ['a last day on a make-up Saturday', 'objection', '2026-01-25', '2026-01-28', '2026-02-14'],
  ['a last day on a Sunday', 'objection', '2026-05-18', '2026-05-21', '2026-06-08'],
  ['the end of a year', 'objection', '2025-12-15', '2025-12-18', '2026-01-04'],
])(
  '%s: a %s filed on %s is accepted by %s and decided by %s',
  (_, kind, on, acceptBy, decideBy) => {
    expect(deadlinesOf({ kind, record: penalty, filedOn: date(on), calendar })).toEqual({
      ok: true,
      value: { acceptBy, decideBy },
    });
  },
);

test('the register of abnormal operation has an order of its own', () => {
  const filed = {
    kind: 'repair',
    record: abnormal,
    filedOn: date('2026-02-26'),
    calendar,
  } as const;
  expect(deadlinesOf(filed)).toMatchObject({ value: { decideBy: '2026-03-16' } });
});

test('a repair that is put off has ten working days more', () => {
  const kept = { filedOn: date('2026-06-03'), decideBy: date('2026-06-23') };
  expect(extendedTo(kept, penalty, calendar)).toEqual({ ok: true, value: '2026-07-07' });
});

const until2026 = { ...calendar, lastYear: 2026 };

test.each<[CaseKind, string, string, string]>([
  ['repair', '2026-12-30', '2027-01-04', '2027-01-18'],
  ['objection', '2026-12-29', '2027-01-01', '2027-01-18'],
])(
  'a %s filed before the next notice is out counts on its weekdays',
  (kind, on, acceptBy, decideBy) => {
    const filed = { kind, record: penalty, filedOn: date(on), calendar: until2026 };
    expect(deadlinesOf(filed)).toEqual({ ok: true, value: { acceptBy, decideBy } });
  },
);

test('two years ahead nobody guesses', () => {
  const filedOn = date('2027-12-30');
  expect(deadlinesOf({ kind: 'repair', record: penalty, filedOn, calendar: until2026 })).toEqual({
    ok: false,
    refusal: { code: 'calendar_year_unknown', actual: '2028' },
  });
});

const aDay = fc.nat(300).map((days) => addDays(date('2026-01-05'), days));

test('every deadline is a working day after filing, and the decision comes no earlier than acceptance', () => {
  fc.assert(
    fc.property(fc.constantFrom<CaseKind>('repair', 'objection'), aDay, (kind, filedOn) => {
      const days = deadlinesOf({ kind, record: penalty, filedOn, calendar });
      if (!days.ok) throw new Error('the year is known');
      const { acceptBy, decideBy } = days.value;
      expect([acceptBy, decideBy].every(calendar.isWorkingDay)).toBe(true);
      expect(filedOn < acceptBy && acceptBy < decideBy).toBe(true);
      if (kind === 'objection') expect(daysBetween(filedOn, decideBy)).toBeGreaterThanOrEqual(20);
    }),
  );
});

test('what is accepted early is decided no later than what is accepted on the last day', () => {
  fc.assert(
    fc.property(aDay, fc.nat(5), (filedOn, later) => {
      const filed = { kind: 'repair', record: penalty, filedOn, calendar } as const;
      const latest = deadlinesOf(filed);
      const acceptedOn = addDays(filedOn, later);
      const decideBy = decideByOf({ ...filed, acceptedOn });
      if (!latest.ok || !decideBy.ok || acceptedOn > latest.value.acceptBy) return;
      expect(decideBy.value <= latest.value.decideBy).toBe(true);
    }),
  );
});
