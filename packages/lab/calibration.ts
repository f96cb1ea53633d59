import type { Outcomes } from '#domain/scoring/monitoring/outcomes';
import { regress } from './logistic.ts';
import { chiSquareP } from './normal.ts';

export type CalibrationBand = {
  readonly rows: number;
  readonly bads: number;
  /** Mean chance of bad as the card says it. */
  readonly expected: number;
  /** Share of bads as it was. */
  readonly observed: number;
};

export type Calibration = {
  readonly brier: number;
  /** Of a regression of the outcomes on the card's ln(odds): 1 and 0 where the card is calibrated. */
  readonly slope: number;
  readonly intercept: number;
  /** Hosmer and Lemeshow (1980); degrees of freedom = bands, as befits rows that had no part in the fit. */
  readonly hosmerLemeshow: {
    readonly statistic: number;
    readonly degrees: number;
    readonly p: number;
  };
  readonly bands: readonly CalibrationBand[];
};

const BANDS = 10;

export const brierOf = (chances: ArrayLike<number>, outcomes: Outcomes): number =>
  outcomes.reduce((total, outcome, row) => total + ((chances[row] ?? 0) - outcome) ** 2, 0) /
  outcomes.length;

/** How far the chances of bad that a card says agree with what happened; bands hold equal numbers, ties together. */
export function calibrationOf(chances: Float64Array, outcomes: Outcomes): Calibration {
  const bands = bandsOf(chances, outcomes);
  const statistic = bands.reduce((total, { rows, bads, expected }) => {
    const variance = rows * expected * (1 - expected);
    return variance > 0 ? total + (bads - rows * expected) ** 2 / variance : total;
  }, 0);
  const odds = chances.map((chance) => Math.log(chance / (1 - chance)));
  const { coefficients } = regress([odds], outcomes);
  return {
    brier: brierOf(chances, outcomes),
    slope: coefficients[1]?.value ?? Number.NaN,
    intercept: coefficients[0]?.value ?? Number.NaN,
    hosmerLemeshow: { statistic, degrees: bands.length, p: chiSquareP(statistic, bands.length) },
    bands,
  };
}

function bandsOf(chances: Float64Array, outcomes: Outcomes): readonly CalibrationBand[] {
  const order = [...chances.keys()].sort((a, b) => (chances[a] ?? 0) - (chances[b] ?? 0));
  const bands: CalibrationBand[] = [];
  for (let from = 0; from < order.length; ) {
    const due = Math.round(((bands.length + 1) * order.length) / BANDS);
    let to = Math.max(from + 1, due);
    while (to < order.length && chances[order[to] ?? 0] === chances[order[to - 1] ?? 0]) to += 1;
    const rows = order.slice(from, to);
    const bads = rows.reduce((total, row) => total + (outcomes[row] ?? 0), 0);
    const expected = rows.reduce((total, row) => total + (chances[row] ?? 0), 0) / rows.length;
    bands.push({ rows: rows.length, bads, expected, observed: bads / rows.length });
    from = to;
  }
  return bands;
}
