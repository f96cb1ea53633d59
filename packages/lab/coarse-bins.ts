import { type Counts, weigh } from './woe.ts';

export type Direction = 'rising' | 'falling';

export type CoarseRules = {
  /** Of all rows, in every bin. */
  readonly minShare: number;
  /** Rows of each outcome in every bin. */
  readonly minOfEach: number;
  /** Neighbours differ by so many standard errors of their shares of bads. */
  readonly minZ: number;
  readonly maxBins: number;
  /** A valley or a peak is taken where it has so many times the information value of the best monotone bins. */
  readonly turnGain: number;
  readonly prior: number;
};

export const coarseRules: CoarseRules = {
  minShare: 0.03,
  minOfEach: 1,
  minZ: 2.576,
  maxBins: 8,
  turnGain: 1.2,
  prior: 1,
};

/** Ranges of bins in a row: `from` inclusive, `to` exclusive. */
export type Coarse = {
  readonly bins: readonly { readonly from: number; readonly to: number }[];
  readonly iv: number;
};

/** More are joined first, the smallest with its smaller neighbour. */
const MAX_FINE = 40;

/**
 * The division of ordered fine bins into neighbours with the highest information value, among those whose
 * shares of bads rise, fall, or turn once, whose bins are large enough and whose neighbours differ
 * significantly: found exactly, by dynamic programming. One bin where nothing lawful divides. `direction`:
 * of the share of bads, where it is declared.
 */
export function coarsen(
  fine: readonly Counts[],
  rules: CoarseRules,
  total: Counts,
  direction?: Direction,
): Coarse {
  const bounds = joinedBounds(fine);
  const parts = bounds.slice(1).map((to, index) => sum(fine.slice(bounds[index] ?? 0, to)));
  const best = (shape: readonly Direction[]) => divide(parts, rules, total, shape);
  const monotone =
    direction === undefined ? better(best(['rising']), best(['falling'])) : best([direction]);
  const turned =
    direction === undefined
      ? better(best(['rising', 'falling']), best(['falling', 'rising']))
      : monotone;
  const chosen = turned.iv > monotone.iv * rules.turnGain ? turned : monotone;
  return {
    iv: chosen.iv,
    bins: chosen.bins.map(({ from, to }) => ({ from: bounds[from] ?? 0, to: bounds[to] ?? 0 })),
  };
}

const better = (a: Coarse, b: Coarse) => (b.iv > a.iv ? b : a);

const sum = (bins: readonly Counts[]): Counts => ({
  goods: bins.reduce((total, { goods }) => total + goods, 0),
  bads: bins.reduce((total, { bads }) => total + bads, 0),
});

const rowsOf = ({ goods, bads }: Counts) => goods + bads;

function joinedBounds(fine: readonly Counts[]): readonly number[] {
  const bounds = [...fine.keys(), fine.length];
  const sizes = fine.map(rowsOf);
  while (sizes.length > MAX_FINE) {
    const smallest = sizes.indexOf(Math.min(...sizes));
    const before = sizes[smallest - 1] ?? Number.POSITIVE_INFINITY;
    const after = sizes[smallest + 1] ?? Number.POSITIVE_INFINITY;
    const left = before <= after ? smallest - 1 : smallest;
    sizes.splice(left, 2, (sizes[left] ?? 0) + (sizes[left + 1] ?? 0));
    bounds.splice(left + 1, 1);
  }
  return bounds;
}

type Step = {
  readonly iv: number;
  readonly before: Step | undefined;
  readonly from: number;
  readonly to: number;
  readonly bins: number;
};

function divide(
  parts: readonly Counts[],
  rules: CoarseRules,
  total: Counts,
  shape: readonly Direction[],
): Coarse {
  const count = parts.length;
  const bins = binsOf(parts);
  const worth = (bin: Counts) => {
    const rest = { goods: total.goods - bin.goods, bads: total.bads - bin.bads };
    return weigh([bin, rest], rules.prior)[0]?.iv ?? 0;
  };
  /** By the place where they end and the phase of the shape: the best division per last bin and number of bins. */
  const ending: Step[][] = Array.from({ length: (count + 1) * shape.length }, () => []);
  for (let to = 1; to <= count; to += 1)
    for (let from = 0; from < to; from += 1) {
      const bin = bins(from, to);
      if (!isLarge(bin, rules, total) && !(from === 0 && to === count)) continue;
      const iv = worth(bin);
      for (const phase of shape.keys()) {
        const found = new Map<number, Step>();
        if (from === 0 && phase === 0) found.set(1, { iv, before: undefined, from, to, bins: 1 });
        for (const earlier of [phase, phase - 1]) {
          if (earlier < 0) continue;
          for (const before of ending[from * shape.length + earlier] ?? []) {
            if (before.bins >= rules.maxBins) continue;
            if (!follows(bins(before.from, before.to), bin, shape[phase], rules)) continue;
            const used = before.bins + 1;
            if ((found.get(used)?.iv ?? Number.NEGATIVE_INFINITY) >= before.iv + iv) continue;
            found.set(used, { iv: before.iv + iv, before, from, to, bins: used });
          }
        }
        for (const step of found.values()) ending[to * shape.length + phase]?.push(step);
      }
    }
  const last = shape.flatMap((_, phase) => ending[count * shape.length + phase] ?? []);
  const winner = last.reduce<Step | undefined>(
    (most, step) => (most === undefined || step.iv > most.iv + 1e-12 ? step : most),
    undefined,
  );
  return { iv: winner?.iv ?? 0, bins: unwind(winner, count) };
}

function unwind(last: Step | undefined, count: number): Coarse['bins'] {
  if (!last) return [{ from: 0, to: count }];
  const bins: { from: number; to: number }[] = [];
  for (let step: Step | undefined = last; step; step = step.before)
    bins.unshift({ from: step.from, to: step.to });
  return bins;
}

/** Counts of any range, from running totals. */
function binsOf(parts: readonly Counts[]): (from: number, to: number) => Counts {
  const running = [{ goods: 0, bads: 0 }];
  for (const part of parts) running.push(sum([running.at(-1) ?? part, part]));
  return (from, to) => ({
    goods: (running[to]?.goods ?? 0) - (running[from]?.goods ?? 0),
    bads: (running[to]?.bads ?? 0) - (running[from]?.bads ?? 0),
  });
}

const isLarge = (bin: Counts, rules: CoarseRules, total: Counts) =>
  rowsOf(bin) >= rules.minShare * rowsOf(total) &&
  bin.goods >= rules.minOfEach &&
  bin.bads >= rules.minOfEach;

/** Whether a bin may stand behind another: its share of bads moves as declared, and significantly. */
function follows(
  a: Counts,
  b: Counts,
  direction: Direction | undefined,
  rules: CoarseRules,
): boolean {
  const [m, n] = [rowsOf(a), rowsOf(b)];
  const pooled = (a.bads + b.bads) / (m + n);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / m + 1 / n));
  const moved = b.bads / n - a.bads / m;
  return (direction === 'rising' ? moved : -moved) > rules.minZ * error;
}
