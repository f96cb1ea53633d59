import type { Criterion } from '../product/criterion.ts';
import { eligibilityFactNames } from '../product/eligibility-facts.ts';
import type { Product } from '../product/product.ts';
import type { Ask, AskForm } from './ask.ts';
import {
  criterionCode,
  criterionFinding,
  holding,
  isMember,
  verdictOf,
} from './judge-criterion.ts';
import { type Finding, termCodes } from './matching.ts';
import { termAsks } from './terms.ts';

/**
 * All that a product asks, in the order in which people read reasons: its terms, then its criteria by fact, those
 * made of several last; of one fact in the bank's own order.
 */
export const asksOf = (product: Product): readonly Ask[] => [
  ...termAsks(product),
  ...product.eligibility.map(criterionAsk).sort((a, b) => a.place - b.place),
];

function criterionAsk(criterion: Criterion): Ask {
  const code = criterionCode(criterion);
  return {
    code,
    place: places.get(code) ?? places.size,
    key: () => JSON.stringify(criterion),
    form: formOf(criterion),
    finding: ({ applicant }) => criterionFinding(criterion, applicant),
  };
}

function formOf(criterion: Criterion): AskForm {
  if (!('fact' in criterion) || 'is' in criterion)
    return { kind: 'plain', verdict: ({ applicant }) => verdictOf(criterion, applicant) };
  const { fact } = criterion;
  if (isMember(criterion))
    return {
      kind: 'list',
      within: criterion.in,
      except: criterion.except,
      holds: ({ applicant }) => holding(fact, applicant.facts[fact]),
    };
  return {
    kind: 'range',
    min: criterion.atLeast ?? -Infinity,
    max: criterion.atMost ?? Infinity,
    told: ({ applicant }) => {
      const told = applicant.facts[fact];
      return typeof told === 'number' ? told : undefined;
    },
  };
}

const places: ReadonlyMap<Finding['code'], number> = new Map(
  [...eligibilityFactNames, 'any' as const, 'all' as const, 'not' as const].map((code, place) => [
    code,
    termCodes.length + place,
  ]),
);
