import type { Outcomes } from './outcomes.ts';

export type Auc = {
  readonly auc: number;
  /** Of the estimate (DeLong, DeLong and Clarke-Pearson 1988). */
  readonly standardError: number;
  /** Bounds of the interval that holds it in 95 of 100 samples. */
  readonly low: number;
  readonly high: number;
};

const NORMAL_975 = 1.959963984540054;

/**
 * The chance that a bad has more risk than a good, ties counting half. `risks` rise with the risk. NaN where
 * all outcomes are the same.
 */
export function aucOf(risks: ArrayLike<number>, outcomes: Outcomes): Auc {
  const all = midranks(risks, [...outcomes.keys()]);
  const bads = [...outcomes.keys()].filter((row) => outcomes[row] === 1);
  const goods = [...outcomes.keys()].filter((row) => outcomes[row] === 0);
  const [m, n] = [bads.length, goods.length];
  if (m === 0 || n === 0)
    return { auc: Number.NaN, standardError: Number.NaN, low: Number.NaN, high: Number.NaN };
  const amongBads = midranks(risks, bads);
  const amongGoods = midranks(risks, goods);
  const ofBads = bads.map((row) => ((all[row] ?? 0) - (amongBads[row] ?? 0)) / n);
  const ofGoods = goods.map((row) => 1 - ((all[row] ?? 0) - (amongGoods[row] ?? 0)) / m);
  const auc = mean(ofBads);
  const standardError = Math.sqrt(variance(ofBads) / m + variance(ofGoods) / n);
  const reach = NORMAL_975 * standardError;
  return { auc, standardError, low: Math.max(0, auc - reach), high: Math.min(1, auc + reach) };
}

/** Ranks from 1 of some rows among one another, ties sharing theirs; at the rows' own places. */
function midranks(values: ArrayLike<number>, rows: readonly number[]): Float64Array {
  const order = rows.toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (const row of order.slice(from, to)) ranks[row] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;

/** Of a sample; 0 where it has one member. */
function variance(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((total, value) => total + (value - middle) ** 2, 0);
  return values.length > 1 ? squares / (values.length - 1) : 0;
}
