import type { LeafCriterion } from '../../product/criterion.ts';
import type { Product } from '../../product/product.ts';
import { PENALTY_MONTHS } from '../../scoring/read-compliance.ts';
import { addDays, addMonths, type BusinessDate, date, daysIn, months } from '../../time.ts';
import type { ApplicantFacts } from '../applicant.ts';
import type { Change } from './change.ts';
import { growing, penaltyCountNames, penaltyCounts, repairableAfter } from './remedies.ts';

/** What takes longer is no advice: as long as a penalty counts at most. */
export const MAX_WAIT = PENALTY_MONTHS;

type Wait = Extract<Change, { kind: 'wait' }>;

/**
 * Every number of months after which an answer of the product may be another: a fact has grown past a bound, the
 * last penalty is old enough to be repaired or has left, the product begins. Between two of them nothing changes.
 */
export function waits({
  product,
  leaves,
  told,
  asOf,
}: {
  readonly product: Product;
  readonly leaves: readonly LeafCriterion[];
  readonly told: ApplicantFacts;
  readonly asOf: BusinessDate;
}): readonly Wait[] {
  const last = told.months_since_last_penalty;
  const counts = [
    ...growing.flatMap((fact) => {
      const value = told[fact];
      if (typeof value !== 'number') return [];
      const asked = leaves.filter((leaf) => leaf.fact === fact);
      return asked.flatMap(boundsOf).map((bound) => bound - value);
    }),
    ...(typeof last === 'number'
      ? [
          PENALTY_MONTHS,
          ...penaltyCountNames.map((name) => repairableAfter(penaltyCounts[name])),
        ].map((age) => age - last)
      : []),
    ...(product.status === 'listed' ? untilValid(product, asOf) : []),
  ];
  return [...new Set(counts)]
    .filter((count) => count > 0 && count <= MAX_WAIT)
    .toSorted((a, b) => a - b)
    .map((count) => ({ kind: 'wait', months: months(count), until: monthsOn(asOf, count) }));
}

/** The values from which on a bound answers otherwise. */
export const boundsOf = (leaf: LeafCriterion): readonly number[] => [
  ...('atLeast' in leaf && leaf.atLeast !== undefined ? [leaf.atLeast] : []),
  ...('atMost' in leaf && leaf.atMost !== undefined ? [leaf.atMost + 1] : []),
];

const untilValid = ({ validFrom }: Product, asOf: BusinessDate): readonly number[] =>
  Array.from({ length: MAX_WAIT }, (_, index) => index + 1)
    .filter((count) => monthsOn(asOf, count) >= validFrom)
    .slice(0, asOf < validFrom ? 1 : 0);

/** The corresponding day; from the end of a month the end of another, lest an age come a day short. */
function monthsOn(day: BusinessDate, count: number): BusinessDate {
  const then = addMonths(day, count);
  const isLast = addDays(day, 1).endsWith('-01');
  const [year = 0, month = 0] = then.split('-').map(Number);
  return isLast ? date(`${then.slice(0, 8)}${daysIn(year, month)}`) : then;
}
