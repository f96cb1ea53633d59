export type Spread = {
  readonly firms: number;
  readonly min: number;
  readonly median: number;
  readonly mean: number;
  readonly max: number;
};

/** How points lie; the mean to one decimal. */
export function spreadOf(points: readonly number[]): Spread {
  const sorted = points.toSorted((left, right) => left - right);
  const at = (index: number) => sorted[index] ?? 0;
  const middle = sorted.length / 2;
  return {
    firms: sorted.length,
    min: at(0),
    median: (at(Math.ceil(middle) - 1) + at(Math.floor(middle))) / 2,
    mean: Math.round((sorted.reduce((sum, one) => sum + one, 0) / sorted.length) * 10) / 10,
    max: at(sorted.length - 1),
  };
}
