import type { AppliedRuleId } from '#domain/retention/rules';
import { addMonths, type BusinessDate, date, monthOf } from '#domain/time';

/** Nothing that is kept counts from an earlier day. */
const FIRST_DAY = date('2020-01-01');

/** Which items of a rule count from a month, `identities#2026-03`. */
export type DueMonth = `${AppliedRuleId}#${string}`;

/** The months of a rule from `from` (the platform's first unless told) up to the month of `until`. */
export function* dueMonths(
  rule: AppliedRuleId,
  until: BusinessDate,
  from: BusinessDate = FIRST_DAY,
): Generator<DueMonth> {
  for (
    let day = date(`${monthOf(from)}-01`);
    monthOf(day) <= monthOf(until);
    day = addMonths(day, 1)
  )
    yield `${rule}#${monthOf(day)}`;
}
