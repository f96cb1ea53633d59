import { addMonths, type BusinessDate } from '../time.ts';
import type { CreditRecord } from './record.ts';
import { regimes } from './regimes/orders.ts';
import type { Publicity, Regime } from './regimes/regime.ts';

type Decided = Pick<CreditRecord, 'catalogue' | 'occurredOn' | 'severity'>;
type Ended = Decided & Pick<CreditRecord, 'validity'>;

/** The rules in force on a day, e.g. those by which a repair is handled that is asked for on it. */
export function regimeOn(day: BusinessDate, catalogue: string): Regime {
  const inForce = regimes.filter(
    ({ from, to, catalogues }) =>
      from <= day && (to === undefined || day <= to) && (catalogues?.includes(catalogue) ?? true),
  );
  // Days before 1949 are misspelt ones: the oldest rules take them too.
  return inForce[0] ?? oldest;
}

const oldest = regimes.reduce((left, right) => (left.from < right.from ? left : right));

/** The rules of a record, by the day of its decision; none where it speaks of no fault. */
export const regimeOf = ({ catalogue, occurredOn, severity }: Decided): Regime | undefined =>
  severity === 'none' ? undefined : regimeOn(occurredOn, catalogue);

/** How long the fault that a record speaks of is published. */
export function publicityOf(record: Decided): Publicity | undefined {
  const { severity } = record;
  return severity === 'none' ? undefined : regimeOf(record)?.publicity[severity];
}

/** Acts whose publicity the regimes end; what stands on a list stands there until its authority takes it off. */
const ruledByMonths: ReadonlySet<string> = new Set(['administrative-penalty']);

/** The last day of display, sharing and scoring: that of the record, and never beyond its regime's months. */
export function displayUntil(record: Ended): BusinessDate | undefined {
  const { to } = record.validity;
  const publicity = ruledByMonths.has(record.catalogue) ? publicityOf(record) : undefined;
  if (!publicity) return to;
  const longest = addMonths(record.occurredOn, publicity.maxMonths);
  return to === undefined || longest < to ? longest : to;
}

/**
 * The first day on which a fault may be repaired: the least publicity is over (corresponding day, else month
 * end: 民法典 §202). Undefined where there is no fault. The fields of law of the special rule are told from
 * `basis` alone: a penalty delivered without its basis counts as none of them.
 */
export function repairableFrom(
  record: Decided & Pick<CreditRecord, 'content'>,
): BusinessDate | undefined {
  const publicity = publicityOf(record);
  if (!publicity) return undefined;
  const special = regimeOf(record)?.special;
  const basis = String(record.content.basis ?? '');
  const held = special?.named.some((field) => basis.includes(field)) ? special.minMonths : 0;
  return addMonths(record.occurredOn, Math.max(publicity.minMonths, held));
}
