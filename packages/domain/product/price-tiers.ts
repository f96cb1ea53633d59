import type { Fen } from '../money.ts';
import type { PriceTier, Range } from './product.ts';

/**
 * The tiers that together hold wherever the one at `place` does, so that it never is the first to hold; none where
 * it has a loan of its own. A firm may have no grade: only tiers that ask none hold for it.
 */
export function tiersBefore(
  tiers: readonly PriceTier[],
  place: number,
  whole: { readonly principal: Range<Fen>; readonly grades: readonly string[] },
): readonly number[] {
  const tier = tiers[place];
  if (!tier) return [];
  const covering = new Set<number>();
  for (const grade of tier.grades ?? [...whole.grades, undefined]) {
    const taken = takenBefore(tiers.slice(0, place), grade, within(tier, whole.principal));
    if (!taken) return [];
    for (const one of taken) covering.add(one);
  }
  return [...covering].toSorted((a, b) => a - b);
}

/** The tiers that take every amount of a range for a grade; undefined where some amount is left. */
function takenBefore(
  earlier: readonly PriceTier[],
  grade: string | undefined,
  amounts: Range<number>,
): readonly number[] | undefined {
  const serving = earlier
    .map((tier, place) => ({ tier, place, amounts: tier.principal ?? amounts }))
    .filter(
      ({ tier }) =>
        tier.grades === undefined || (grade !== undefined && tier.grades.includes(grade)),
    )
    .toSorted((a, b) => a.amounts.min - b.amounts.min);
  const taken: number[] = [];
  let next = amounts.min;
  for (const one of serving)
    if (one.amounts.min <= next && one.amounts.max >= next) {
      taken.push(one.place);
      next = one.amounts.max + 1;
    }
  return next > amounts.max ? taken : undefined;
}

/** A tier that tells no amounts holds for all that the product lends. */
const within = ({ principal }: PriceTier, whole: Range<Fen>): Range<number> => ({
  min: Math.max(principal?.min ?? whole.min, whole.min),
  max: Math.min(principal?.max ?? whole.max, whole.max),
});
