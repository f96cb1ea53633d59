import type { OpenCard, OpenIndicator, ReasonCounting } from '#domain/scoring/open-card';
import { attributeOf, attributePoints, indicatorsOf, type Value } from './points.ts';

export type PrincipalReason = {
  readonly code: string;
  readonly indicator: string;
  readonly points: number;
};

/** Customary in notices of refusal. */
export const MAX_REASONS = 4;

/**
 * The reasons of PMML: by how much the points of each indicator lie below its baseline (or above it), the
 * widest first, ties in the order of the card; what lies at its baseline is no reason.
 */
export function principalReasons(
  card: OpenCard,
  facts: Readonly<Record<string, Value>>,
): readonly PrincipalReason[] {
  const { counting } = card;
  if (counting?.used === false) return [];
  return indicatorsOf(card)
    .map((indicator) => {
      const attribute = attributeOf(indicator, facts[indicator.fact]);
      const points = attributePoints(indicator)[attribute] ?? 0;
      const below = baselineOf(indicator, counting) - points;
      return {
        code: counting?.codes?.[indicator.id]?.[attribute] ?? indicator.reason,
        indicator: indicator.id,
        points: counting?.algorithm === 'pointsAbove' ? -below : below,
      };
    })
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, MAX_REASONS);
}

const baselineOf = (indicator: OpenIndicator, counting: ReasonCounting | undefined): number =>
  counting?.baselines[indicator.id] ?? Math.max(...attributePoints(indicator));
