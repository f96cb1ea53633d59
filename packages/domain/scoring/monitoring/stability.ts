/** Shares of a sample in bands of points: `edges` rise, each begins the next band. */
export type Distribution = {
  readonly edges: readonly number[];
  readonly shares: readonly number[];
};

/** Stands for a share of nobody, whose logarithm there is not. */
export const EMPTY_SHARE = 1e-4;

/**
 * Population stability index Σ (a − e) · ln(a ÷ e) of two lists of shares over the same bands. Below 0.1
 * stable, to 0.25 to be watched, above to be acted upon.
 */
export function psiOf(expected: readonly number[], actual: readonly number[]): number {
  return expected.reduce((total, share, band) => total + psiPart(share, actual[band] ?? 0), 0);
}

/** What one band adds to the index. */
export function psiPart(expected: number, actual: number): number {
  const e = Math.max(expected, EMPTY_SHARE);
  const a = Math.max(actual, EMPTY_SHARE);
  return (a - e) * Math.log(a / e);
}

export type StabilityReading = 'stable' | 'watch' | 'act';
export const readingOfPsi = (psi: number): StabilityReading =>
  psi < 0.1 ? 'stable' : psi <= 0.25 ? 'watch' : 'act';

/** Shares of points in bands that begin at the edges. */
export function sharesIn(points: ArrayLike<number>, edges: readonly number[]): readonly number[] {
  const counts = new Float64Array(edges.length + 1);
  for (const given of Array.from(points)) {
    const band = edges.filter((edge) => edge <= given).length;
    counts[band] = (counts[band] ?? 0) + 1;
  }
  return Array.from(counts, (count) => count / Math.max(1, points.length));
}

const BANDS = 10;

/** Tenths of a sample; fewer where many have the same points. */
export function distributionOf(points: ArrayLike<number>): Distribution {
  const sorted = Float64Array.from(Array.from(points)).sort();
  const lowest = sorted[0] ?? 0;
  const edges = Array.from({ length: BANDS - 1 }, (_, band) => {
    const at = Math.round(((band + 1) * sorted.length) / BANDS);
    return sorted[Math.min(at, sorted.length - 1)] ?? 0;
  });
  const distinct = [...new Set(edges)].filter((edge) => edge > lowest);
  return { edges: distinct, shares: sharesIn(points, distinct) };
}

/** Shares of what was counted, in its order. */
export function sharesAmong(counts: readonly number[]): readonly number[] {
  const all = counts.reduce((total, one) => total + one, 0);
  return counts.map((one) => one / Math.max(1, all));
}

/** Shares of the attributes 0…count − 1. */
export function sharesOf(attributes: Uint16Array, count: number): readonly number[] {
  const counts = new Float64Array(count);
  for (const attribute of attributes) counts[attribute] = (counts[attribute] ?? 0) + 1;
  return Array.from(counts, (one) => one / Math.max(1, attributes.length));
}
