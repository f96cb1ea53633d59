import type { Criterion, RangeCriterion } from '../product/criterion.ts';
import type { Product } from '../product/product.ts';
import { type BasisPoints, basisPoints, WHOLE } from '../rate.ts';
import type { Applicant } from './applicant.ts';

/** Where a product asks for no number. */
const MIDDLE = basisPoints(5_000);

/**
 * How far a firm stands within what a product asks in numbers, in basis points: the mean over the criteria with a
 * floor or a ceiling of the distance from it, none at the end itself, whole where it is as much again.
 */
export function marginOf(
  { eligibility }: Pick<Product, 'eligibility'>,
  { facts }: Pick<Applicant, 'facts'>,
): BasisPoints {
  const distances = eligibility.filter(isRange).flatMap((criterion) => {
    const told = facts[criterion.fact];
    return typeof told === 'number' ? distanceOf(criterion, told) : [];
  });
  if (distances.length === 0) return MIDDLE;
  const sum = distances.reduce((all, distance) => all + distance, 0);
  return basisPoints(Math.round((sum * WHOLE) / distances.length));
}

const isRange = (criterion: Criterion): criterion is RangeCriterion =>
  'atLeast' in criterion || 'atMost' in criterion;

const distanceOf = ({ atLeast = -Infinity, atMost = Infinity }: RangeCriterion, told: number) =>
  Math.min(part(told - atLeast, atLeast), part(atMost - told, atMost), 1);

const part = (distance: number, end: number): number =>
  Number.isFinite(end) ? Math.max(distance / Math.max(Math.abs(end), 1), 0) : 1;
