import type { Criterion, LeafCriterion } from '../../product/criterion.ts';
import type { EligibilityFactName } from '../../product/eligibility-facts.ts';
import type { Product } from '../../product/product.ts';

/**
 * Everything that a product asks of a fact, each once, in an order of its own: the tiers ask for a grade and the
 * area served for a district, without being criteria.
 */
export function leavesOf({
  eligibility,
  tiers = [],
  districts,
}: Product): readonly LeafCriterion[] {
  const asked: readonly LeafCriterion[] = [
    ...eligibility.flatMap(leavesIn),
    ...tiers.flatMap(({ grades }) => (grades ? [{ fact: 'grade' as const, in: grades }] : [])),
    ...(districts ? [{ fact: 'district' as const, in: districts }] : []),
  ];
  const byKey = new Map(asked.map((leaf) => [JSON.stringify(leaf), leaf]));
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, leaf]) => leaf);
}

export function leavesIn(criterion: Criterion): readonly LeafCriterion[] {
  if ('fact' in criterion) return [criterion];
  if ('not' in criterion) return leavesIn(criterion.not);
  return ('all' in criterion ? criterion.all : criterion.any).flatMap(leavesIn);
}

export const factsIn = (criterion: Criterion): readonly EligibilityFactName[] => [
  ...new Set(leavesIn(criterion).map(({ fact }) => fact)),
];
