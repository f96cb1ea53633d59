import type { Outcomes } from '#domain/scoring/monitoring/outcomes';
import type { Additive, Coded } from './additive.ts';
import { bestStep, type Sums } from './boost-step.ts';
import { drawsOf } from './chance.ts';
import type { Direction } from './coarse-bins.ts';
import { codesOf, rangesOf } from './grid.ts';

export type BoostRules = {
  /** Ranges that one step may tell apart; from 3 it may lift or lower a stretch in the middle. */
  readonly leaves: number;
  /** Of each step's leaf values that is added. */
  readonly rate: number;
  /** Of the rows, that each step sees. */
  readonly sample: number;
  /** Of the characteristics, that each step may choose from. */
  readonly choice: number;
  /** Added to the curvature of each leaf: draws small leaves to 0. */
  readonly ridge: number;
  /** Rows of the sample in each leaf. */
  readonly minLeaf: number;
  readonly seed: number;
};

/** How the share of bads is declared to move along a characteristic, by its name. */
export type Declared = ReadonlyMap<string, Direction>;

/** A fit that is under way: `step` adds one, `read` reads off what stands. */
export type Boosting = {
  readonly step: () => void;
  readonly read: () => Additive;
  readonly odds: Float64Array;
};

/**
 * Boosting of logistic loss with steps of one characteristic each and second-order leaf values (Friedman 2001,
 * Chen and Guestrin 2016). Missing, other and special values have a leaf of their own in every step. `rows`
 * are learnt from; `odds` are those of all rows.
 */
export function boosting(
  coded: readonly Coded[],
  outcomes: Outcomes,
  rows: readonly number[],
  rules: BoostRules,
  declared: Declared = new Map(),
): Boosting {
  const draw = drawsOf(rules.seed);
  const bads = rows.reduce((total, row) => total + (outcomes[row] ?? 0), 0);
  const constant = Math.log((bads + 0.5) / (rows.length - bads + 0.5));
  const odds = new Float64Array(outcomes.length).fill(constant);
  const amounts = coded.map(({ grid }) => new Float64Array(codesOf(grid)));
  const sums = coded.map(({ grid }): Sums => sumsOf(codesOf(grid)));
  const places = Int32Array.from(rows);
  const pick = Math.max(1, Math.round(places.length * rules.sample));

  function step(): void {
    const drawn = drawTo(places, pick, draw);
    const { slopes, curves } = slopesOf(drawn, odds, outcomes);
    let most = 0;
    let chosen = -1;
    let values: Float64Array | undefined;
    for (const [place, { grid, codes }] of coded.entries()) {
      const sum = sums[place];
      if (!sum || (rules.choice < 1 && draw() >= rules.choice)) continue;
      gather(sum, codes, drawn, slopes, curves);
      const found = bestStep(sum, rangesOf(grid), rules, declared.get(grid.name));
      if (!found || found.gain <= most) continue;
      most = found.gain;
      chosen = place;
      values = found.values;
    }
    if (!values) return;
    apply(chosen, values);
  }

  function apply(chosen: number, values: Float64Array): void {
    const codes = coded[chosen]?.codes;
    const amount = amounts[chosen];
    if (!codes || !amount) return;
    for (const [code, value] of values.entries())
      amount[code] = (amount[code] ?? 0) + rules.rate * value;
    for (let row = 0; row < odds.length; row += 1)
      odds[row] = (odds[row] ?? 0) + rules.rate * (values[codes[row] ?? 0] ?? 0);
  }

  return {
    step,
    odds,
    read: () => ({
      constant,
      terms: coded.map(({ grid }, place) => ({
        grid,
        amounts: Float64Array.from(amounts[place] ?? []),
      })),
    }),
  };
}

/** The first places after so many draws without replacement; all where all are asked for. */
function drawTo(places: Int32Array, pick: number, draw: () => number): Int32Array {
  if (pick >= places.length) return places;
  for (let drawn = 0; drawn < pick; drawn += 1) {
    const other = drawn + Math.floor(draw() * (places.length - drawn));
    const kept = places[drawn] ?? 0;
    places[drawn] = places[other] ?? 0;
    places[other] = kept;
  }
  return places.subarray(0, pick);
}

/** First and second derivatives of the likelihood by the odds of each row. */
function slopesOf(rows: Int32Array, odds: Float64Array, outcomes: Outcomes) {
  const slopes = new Float64Array(rows.length);
  const curves = new Float64Array(rows.length);
  for (const [at, row] of rows.entries()) {
    const chance = 1 / (1 + Math.exp(-(odds[row] ?? 0)));
    slopes[at] = (outcomes[row] ?? 0) - chance;
    curves[at] = chance * (1 - chance);
  }
  return { slopes, curves };
}

const sumsOf = (codes: number): Sums => ({
  slopes: new Float64Array(codes),
  curves: new Float64Array(codes),
  rows: new Float64Array(codes),
});

function gather(
  sums: Sums,
  codes: Uint16Array,
  places: Int32Array,
  slopes: Float64Array,
  curves: Float64Array,
): void {
  sums.slopes.fill(0);
  sums.curves.fill(0);
  sums.rows.fill(0);
  for (let at = 0; at < places.length; at += 1) {
    const code = codes[places[at] ?? 0] ?? 0;
    sums.slopes[code] = (sums.slopes[code] ?? 0) + (slopes[at] ?? 0);
    sums.curves[code] = (sums.curves[code] ?? 0) + (curves[at] ?? 0);
    sums.rows[code] = (sums.rows[code] ?? 0) + 1;
  }
}
