import { yuan } from '../money.ts';
import { addDays, addMonths, type BusinessDate, date, parseDate } from '../time.ts';
import type { Content, Severity } from './record.ts';

/** From here on 国办发〔2025〕22号 and 发改委令36号 rule what is displayed, and for how long (domain.md C8). */
export const ORDER_36_IN_FORCE = date('2026-04-01');

/** A fine from here on is 巨额. Departments publish their own lines (domain.md C8); until they do, ours. */
export const HUGE_FINE = yuan(1_000_000);

/**
 * domain.md C8. Suspensions are serious here, the stricter reading: C8 names a suspended licence as an example
 * of 一般. An explicit 失信严重程度 always wins.
 */
const severities: Readonly<Record<string, Severity>> = {
  warning: 'minor',
  criticism: 'minor',
  other: 'general',
  fine: 'general',
  confiscation: 'general',
  suspension: 'serious',
  restriction: 'serious',
  revocation: 'serious',
  detention: 'serious',
};

const gravity: readonly Severity[] = ['none', 'minor', 'general', 'serious'];

export function penaltySeverity(content: Content): Severity {
  const explicit = gravity.find((severity) => severity === content.severity);
  if (explicit !== undefined) return explicit;
  const fine = content.fine_amount;
  if (typeof fine === 'number' && fine >= HUGE_FINE) return 'serious';
  return [content.category, content.further_category]
    .map((category) => severities[String(category)] ?? 'none')
    .reduce((left, right) => (gravity.indexOf(left) < gravity.indexOf(right) ? right : left));
}

/** Longest display in months from the decision on (domain.md C8): 58号令 before, 36号令 since April 2026. */
const order58: Readonly<Record<Severity, number>> = {
  none: 36,
  minor: 36,
  general: 36,
  serious: 36,
};
const order36: Readonly<Record<Severity, number>> = { none: 3, minor: 3, general: 12, serious: 36 };

/** The last day of display. A penalty that was revoked (当前状态 撤销) counts on no day at all. */
export function penaltyEnd(
  content: Content,
  decidedOn: BusinessDate,
  severity: Severity,
): BusinessDate {
  if (content.state === 'revoked') return addDays(decidedOn, -1);
  const displayUntil = parseDate(String(content.display_until));
  const longest = decidedOn < ORDER_36_IN_FORCE ? order58 : order36;
  return displayUntil ?? addMonths(decidedOn, longest[severity]);
}
