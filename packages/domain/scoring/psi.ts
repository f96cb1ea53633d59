/** Stands for a share of nobody, whose logarithm there is not. */
export const EMPTY_SHARE = 1e-4;

/**
 * Population stability index Σ (a − e) · ln(a ÷ e) of two lists of shares over the same bands. Below 0.1
 * stable, to 0.25 to be watched, above to be acted upon.
 */
export function psiOf(expected: readonly number[], actual: readonly number[]): number {
  return expected.reduce((total, share, band) => {
    const e = Math.max(share, EMPTY_SHARE);
    const a = Math.max(actual[band] ?? 0, EMPTY_SHARE);
    return total + (a - e) * Math.log(a / e);
  }, 0);
}
