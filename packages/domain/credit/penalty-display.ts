import { addDays, type BusinessDate, date, parseDate } from '../time.ts';
import type { Content, Severity } from './record.ts';
import { displayUntil, regimeOn } from './regimes.ts';

const gravity: readonly Severity[] = ['none', 'minor', 'general', 'serious'];
const catalogue = 'administrative-penalty';

/** 失信严重程度 by the rules of the day of decision (domain.md C8); what the department itself says wins. */
export function penaltySeverity(content: Content): Severity {
  const explicit = gravity.find((severity) => severity === content.severity);
  if (explicit !== undefined) return explicit;
  const rules = regimeOn(date(String(content.decided_on)), catalogue).severity;
  const fine = content.fine_amount;
  if (typeof fine === 'number' && fine >= rules.hugeFine) return 'serious';
  return [content.category, content.further_category]
    .map((category) => rules.byCategory[String(category)] ?? 'none')
    .reduce((left, right) => (gravity.indexOf(left) < gravity.indexOf(right) ? right : left));
}

/**
 * The last day of display: 公示截止期 as delivered, and never beyond the most that the rules of the day of
 * decision allow. A penalty that was revoked (当前状态 撤销) counts on no day at all.
 */
export function penaltyEnd(
  content: Content,
  decidedOn: BusinessDate,
  severity: Severity,
): BusinessDate | undefined {
  if (content.state === 'revoked') return addDays(decidedOn, -1);
  const told = parseDate(String(content.display_until));
  return displayUntil({
    catalogue,
    occurredOn: decidedOn,
    severity: severity === 'none' ? 'minor' : severity,
    validity: { from: decidedOn, ...(told && { to: told }) },
  });
}
