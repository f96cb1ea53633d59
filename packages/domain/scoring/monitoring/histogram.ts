/** How many have so many points, or this grade. */
export type Histogram = Readonly<Record<string, number>>;

export const oneMore = (histogram: Histogram, at: number | string): Histogram => ({
  ...histogram,
  [at]: (histogram[at] ?? 0) + 1,
});

export const countIn = (histogram: Histogram): number =>
  Object.values(histogram).reduce((all, one) => all + one, 0);

/** The points of each, rising. */
export const pointsIn = (histogram: Histogram): readonly number[] =>
  Object.entries(histogram)
    .flatMap(([points, count]) => new Array<number>(count).fill(Number(points)))
    .toSorted((a, b) => a - b);
