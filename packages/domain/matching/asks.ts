import type { Criterion } from '../product/criterion.ts';
import { eligibilityFactNames } from '../product/eligibility-facts.ts';
import type { Product } from '../product/product.ts';
import type { Ask } from './ask.ts';
import { criterionCode, criterionFinding, verdictOf } from './judge-criterion.ts';
import type { Finding } from './matching.ts';
import { termAsks } from './terms.ts';

/**
 * All that a product asks, in the order in which people read reasons: its terms, then its criteria by fact, those
 * made of several last; of one fact in the bank's own order.
 */
export const asksOf = (product: Product): readonly Ask[] => [
  ...termAsks(product),
  ...product.eligibility.map(criterionAsk).sort((a, b) => placeOf(a) - placeOf(b)),
];

const criterionAsk = (criterion: Criterion): Ask => ({
  code: criterionCode(criterion),
  key: () => JSON.stringify(criterion),
  verdict: ({ applicant }) => verdictOf(criterion, applicant),
  finding: ({ applicant }) => criterionFinding(criterion, applicant),
});

const places: ReadonlyMap<Finding['code'], number> = new Map(
  [...eligibilityFactNames, 'any' as const, 'all' as const, 'not' as const].map((code, place) => [
    code,
    place,
  ]),
);
const placeOf = ({ code }: Ask): number => places.get(code) ?? places.size;
