import {
  type Distribution,
  psiOf,
  readingOfPsi,
  type StabilityReading,
  sharesIn,
  sharesOf,
} from './stability.ts';

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
