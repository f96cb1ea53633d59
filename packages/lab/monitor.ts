import { psiOf } from '#domain/scoring/psi';
import { aucOf } from './auc.ts';
import type { Distribution } from './card.ts';
import type { Outcomes } from './folds.ts';
import { ksOf } from './separation.ts';
import { readingOfPsi, type StabilityReading, sharesIn, sharesOf } from './stability.ts';

/** What a period's scores are held against: the sample on which the card was activated. */
export type Reference = {
  readonly distribution: Distribution;
  /** Shares by attribute of each indicator. */
  readonly attributes: Readonly<Record<string, readonly number[]>>;
};

/** Scores of a period, and the attribute that each indicator met. */
export type Period = {
  readonly name: string;
  readonly points: readonly number[];
  readonly attributes: Readonly<Record<string, readonly number[]>>;
};

export type Drift = {
  readonly period: string;
  readonly firms: number;
  readonly psi: number;
  readonly reading: StabilityReading;
  /** By indicator, the widest first. */
  readonly indicators: readonly { readonly indicator: string; readonly csi: number }[];
};

/** Population stability of every period against the reference, and what moved. */
export const driftOf = (reference: Reference, periods: readonly Period[]): readonly Drift[] =>
  periods.map(({ name, points, attributes }) => {
    const { edges, shares } = reference.distribution;
    const psi = psiOf(shares, sharesIn(points, edges));
    return {
      period: name,
      firms: points.length,
      psi,
      reading: readingOfPsi(psi),
      indicators: Object.entries(reference.attributes)
        .map(([indicator, expected]) => ({
          indicator,
          csi: psiOf(
            expected,
            sharesOf(Uint16Array.from(attributes[indicator] ?? []), expected.length),
          ),
        }))
        .toSorted((a, b) => b.csi - a.csi),
    };
  });

/** The reference that a sample makes, its points in tenths. */
export const referenceOf = (
  { points, attributes }: Omit<Period, 'name'>,
  sizes: Readonly<Record<string, number>>,
  distribution: Distribution,
): Reference => ({
  distribution: { edges: distribution.edges, shares: sharesIn(points, distribution.edges) },
  attributes: Object.fromEntries(
    Object.entries(sizes).map(([indicator, size]) => [
      indicator,
      sharesOf(Uint16Array.from(attributes[indicator] ?? []), size),
    ]),
  ),
});

/** Fewer of either outcome say too little. */
export const MIN_REPORTED = 10;

export type Discrimination =
  | { readonly status: 'too_few'; readonly goods: number; readonly bads: number }
  | {
      readonly status: 'measured';
      readonly goods: number;
      readonly bads: number;
      readonly auc: number;
      readonly aucLow: number;
      readonly aucHigh: number;
      readonly ks: number;
    };

/** How well points told what banks reported afterwards. */
export function discriminationOf(points: readonly number[], outcomes: Outcomes): Discrimination {
  const bads = outcomes.reduce((total, outcome) => total + outcome, 0);
  const goods = outcomes.length - bads;
  if (Math.min(goods, bads) < MIN_REPORTED) return { status: 'too_few', goods, bads };
  const { auc, low, high } = aucOf(
    points.map((given) => -given),
    outcomes,
  );
  const { ks } = ksOf(points, outcomes);
  return { status: 'measured', goods, bads, auc, aucLow: low, aucHigh: high, ks };
}
