import { badList, outside } from '../product/bounds.ts';
import { principalLimits, rateLimits, termLimits } from '../product/limits.ts';
import { guarantees } from '../product/product.ts';
import type { Refusal } from '../refusal.ts';
import type { BusinessDate } from '../time.ts';
import type { NeedTerms } from './need.ts';

/**
 * What a schema cannot say of a need on a day. Refusals in order: principal, term (out_of_range), guarantees
 * (required), rateCeiling (out_of_range), validTo (valid_to_passed; its last day still counts).
 */
export const checkNeed = (need: NeedTerms, today: BusinessDate): readonly Refusal[] => [
  ...outside('principal', need.principal, principalLimits),
  ...outside('term', need.term, termLimits),
  ...badList('guarantees', need.guarantees, guarantees.length),
  ...(need.rateCeiling === undefined ? [] : outside('rateCeiling', need.rateCeiling, rateLimits)),
  ...validToPassed(need, today),
];

const validToPassed = ({ validTo }: NeedTerms, today: BusinessDate): Refusal[] =>
  validTo >= today
    ? []
    : [{ code: 'valid_to_passed', field: 'validTo', expected: `>= ${today}`, actual: validTo }];
