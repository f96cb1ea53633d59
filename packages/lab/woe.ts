/** Rows of a bin by outcome. */
export type Counts = { readonly goods: number; readonly bads: number };

export type Weighed = Counts & {
  /** ln(share of the goods ÷ share of the bads): above 0 = better than all. */
  readonly woe: number;
  /** What the bin adds to the information value. */
  readonly iv: number;
};

/** Rows that are added to each bin where none are asked for: to a cell without bads or goods alone. */
const EMPTY_CELL = 0.5;

/**
 * Weight of evidence and information value of bins. `prior` rows with the overall share of bads are added to
 * every bin, so that small ones are drawn to 0; with 0 the figures are those of the textbook, save that half
 * a row stands in for none.
 */
export function weigh(bins: readonly Counts[], prior = 0): readonly Weighed[] {
  const goods = bins.reduce((total, bin) => total + bin.goods, 0);
  const bads = bins.reduce((total, bin) => total + bin.bads, 0);
  const rows = goods + bads;
  return bins.map((bin) => {
    if (bin.goods + bin.bads === 0 || goods === 0 || bads === 0) return { ...bin, woe: 0, iv: 0 };
    const good = (bin.goods + (prior * goods) / rows || EMPTY_CELL) / goods;
    const bad = (bin.bads + (prior * bads) / rows || EMPTY_CELL) / bads;
    const woe = Math.log(good / bad);
    return { ...bin, woe, iv: (good - bad) * woe };
  });
}

export const informationValue = (bins: readonly Weighed[]): number =>
  bins.reduce((total, { iv }) => total + iv, 0);

/** How an information value is usually read (Siddiqi 2006); `suspicious` asks whether the outcome itself is in it. */
export const ivBands = [
  ['useless', 0.02],
  ['weak', 0.1],
  ['medium', 0.3],
  ['strong', 0.5],
  ['suspicious', Number.POSITIVE_INFINITY],
] as const;

export const readingOfIv = (iv: number): (typeof ivBands)[number][0] =>
  ivBands.find(([, below]) => iv < below)?.[0] ?? 'suspicious';
