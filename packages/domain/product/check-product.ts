import { MAX_POINTS } from '../matching/expected-rate.ts';
import type { Refusal } from '../refusal.ts';
import { type Bounds, badIndustries, badList, badRange, outside } from './bounds.ts';
import {
  decisionDaysLimits,
  MAX_CRITERION_LIST,
  principalLimits,
  rateLimits,
  spreadLimits,
  termLimits,
} from './limits.ts';
import type { Criteria, Product } from './product.ts';

/**
 * What a schema cannot say of a product. Refusals in order: principal, term, pricing (out_of_range; each: the
 * ends within limits, then min <= max), guarantees, purposes, repayments (required), decisionDays, validTo
 * before validFrom (out_of_range), criteria (out_of_range, required, too_long, not_in_list).
 */
export const checkProduct = (product: Product): readonly Refusal[] => [
  ...badRange('principal', product.principal, principalLimits),
  ...badRange('term', product.term, termLimits),
  ...badRange(
    'pricing',
    product.pricing,
    product.pricing.kind === 'fixed' ? rateLimits : spreadLimits,
  ),
  ...badList('guarantees', product.guarantees, MAX_CRITERION_LIST),
  ...badList('purposes', product.purposes, MAX_CRITERION_LIST),
  ...badList('repayments', product.repayments, MAX_CRITERION_LIST),
  ...outside('decisionDays', product.decisionDays, decisionDaysLimits),
  ...endsBeforeItBegins(product),
  ...checkCriteria(product.criteria),
];

const endsBeforeItBegins = ({ validFrom, validTo }: Product): Refusal[] =>
  validTo === undefined || validTo >= validFrom
    ? []
    : [{ code: 'out_of_range', field: 'validTo', expected: `>= ${validFrom}`, actual: validTo }];

const bounds = {
  minPoints: { min: 0, max: MAX_POINTS },
  minAgeMonths: { min: 0, max: 1200 },
  minAnnualSales: { min: 0, max: 100 * principalLimits.max },
  minInsuredHeadcount: { min: 0, max: 1_000_000 },
  maxSeriousPenalties: { min: 0, max: 1000 },
} as const satisfies Partial<Record<keyof Criteria, Bounds>>;

const numbers = [
  'minPoints',
  'minAgeMonths',
  'minAnnualSales',
  'minInsuredHeadcount',
  'maxSeriousPenalties',
] as const satisfies readonly (keyof typeof bounds)[];
const lists = ['taxGrades', 'sizes', 'districts', 'industries', 'excludedIndustries'] as const;
const industryLists = ['industries', 'excludedIndustries'] as const;

const checkCriteria = (criteria: Criteria): readonly Refusal[] => [
  ...numbers.flatMap((field) => {
    const value = criteria[field];
    return value === undefined ? [] : outside(`criteria.${field}`, value, bounds[field]);
  }),
  ...lists.flatMap((field) => {
    const list = criteria[field];
    return list === undefined ? [] : badList(`criteria.${field}`, list, MAX_CRITERION_LIST);
  }),
  ...industryLists.flatMap((field) => badIndustries(`criteria.${field}`, criteria[field] ?? [])),
];
