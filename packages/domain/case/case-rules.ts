import { addWorkingDays, onOrAfterWorkingDay, type WorkingCalendar } from '../calendar.ts';
import { catalogues } from '../credit/catalogues.ts';
import type { CreditRecord } from '../credit/record.ts';
import type { RepairTerms } from '../credit/regimes/regime.ts';
import { regimeOn } from '../credit/regimes.ts';
import { accept, type Outcome, refuse } from '../refusal.ts';
import { addDays, type BusinessDate, daysSinceEpoch } from '../time.ts';
import type { Case, CaseKind } from './case.ts';

/** Moves with every change to the table below or to the `repair` of a regime. */
export const CASE_RULE_VERSION = 1;

/**
 * An objection is answered in twenty days, calendar ones (征信业管理条例 §25, domain.md C9 M:high), of which the
 * last is moved on to a working day (民法典 §203); the regulation knows no extension. It is accepted as fast as
 * a repair is, which is our choice. A repair runs by the regime in force on the day it is filed
 * (credit/regimes/orders.ts).
 */
export const objectionRule = { acceptWithinWorkingDays: 3, answerWithinDays: 20 } as const;

export const repairTermsOf = (record: Pick<CreditRecord, 'catalogue'>, filedOn: BusinessDate) =>
  regimeOn(filedOn, record.catalogue).repair satisfies RepairTerms;

/** Of acts and of lists alone is a fault repaired (失信信息, Order 36 Art. 4: domain.md C8). */
export function isRepaired({ catalogue }: Pick<CreditRecord, 'catalogue'>): boolean {
  const { category, list, packedBy } = catalogues[catalogue];
  return packedBy === undefined && (category === 'administrative_act' || list !== undefined);
}

type Days = Pick<Case, 'acceptBy' | 'decideBy'>;
type Filed = {
  readonly kind: CaseKind;
  readonly record: Pick<CreditRecord, 'catalogue'>;
  readonly filedOn: BusinessDate;
  readonly calendar: WorkingCalendar;
};

/** The days until which a case has to be accepted and decided. Refuses: calendar_year_unknown. */
export function deadlinesOf(filed: Filed): Outcome<Days> {
  const { kind, record, filedOn, calendar } = filed;
  const terms = kind === 'repair' ? repairTermsOf(record, filedOn) : objectionRule;
  const acceptBy = workingDaysAfter(calendar, filedOn, terms.acceptWithinWorkingDays);
  if (!acceptBy.ok) return acceptBy;
  const decideBy = decideByOf({ ...filed, acceptedOn: acceptBy.value });
  return decideBy.ok ? accept({ acceptBy: acceptBy.value, decideBy: decideBy.value }) : decideBy;
}

/** The day until which a case is decided that was accepted on a day. Refuses: calendar_year_unknown. */
export function decideByOf(
  accepted: Filed & { readonly acceptedOn: BusinessDate },
): Outcome<BusinessDate> {
  const { kind, record, filedOn, acceptedOn, calendar } = accepted;
  if (kind === 'repair')
    return workingDaysAfter(
      calendar,
      acceptedOn,
      repairTermsOf(record, filedOn).decideWithinWorkingDays,
    );
  const last = onOrAfterWorkingDay(
    provisional(calendar),
    addDays(filedOn, objectionRule.answerWithinDays),
  );
  return last.ok ? accept(last.value) : refuse(last.code, { actual: String(last.year) });
}

/** That day once it is put off; of repairs alone. Refuses: calendar_year_unknown. */
export const extendedTo = (
  { decideBy, filedOn }: Pick<Case, 'decideBy' | 'filedOn'>,
  record: Pick<CreditRecord, 'catalogue'>,
  calendar: WorkingCalendar,
): Outcome<BusinessDate> =>
  workingDaysAfter(calendar, decideBy, repairTermsOf(record, filedOn).extendByWorkingDays);

function workingDaysAfter(
  calendar: WorkingCalendar,
  from: BusinessDate,
  count: number,
): Outcome<BusinessDate> {
  const day = addWorkingDays(provisional(calendar), from, count);
  return day.ok ? accept(day.value) : refuse(day.code, { actual: String(day.year) });
}

/**
 * The State Council tells the holidays of a year in the autumn before, and this calendar learns of them later.
 * Nobody's right to object waits for that: of the year after the last one known all weekdays count, which puts
 * the office's last day earlier rather than later. Each move of a case reckons its day anew.
 */
const provisional = (calendar: WorkingCalendar): WorkingCalendar => ({
  ...calendar,
  lastYear: calendar.lastYear + 1,
  isWorkingDay: (day) =>
    Number(day.slice(0, 4)) <= calendar.lastYear ? calendar.isWorkingDay(day) : isWeekday(day),
});

/** 1970-01-01 was a Thursday. */
const isWeekday = (day: BusinessDate): boolean => (daysSinceEpoch(day) + 3) % 7 < 5;
