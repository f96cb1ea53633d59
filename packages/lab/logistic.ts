import type { Outcomes } from '#domain/scoring/monitoring/outcomes';
import { factorOf, inverseDiagonal, type Matrix, solve } from './cholesky.ts';
import { twoSidedP } from './normal.ts';

/** One column of the design per coefficient; the constant is added. */
export type Design = readonly Float64Array[];

export type Coefficient = {
  readonly value: number;
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
};

export type Regression = {
  /** The constant first. */
  readonly coefficients: readonly Coefficient[];
  readonly logLikelihood: number;
  readonly aic: number;
  readonly iterations: number;
  /** Outcomes are told apart completely or columns repeat one another, so that the ridge was needed. */
  readonly ridged: boolean;
};

const MAX_ITERATIONS = 50;
const CLOSE = 1e-10;
/** Chances this near to 0 or 1 for every row of an outcome mean that nothing finite is likeliest. */
const SEPARATED = 1e-6;
/** Standard error per standard deviation of its column beyond which a coefficient is not known. */
const UNKNOWN = 20;
/** Of the mean information: enough to be finite, too little to matter where there is information. */
const RIDGE = 1e-3;

/**
 * Coefficients of ln(odds of bad) by Newton's steps, halved where they overshoot. Where there is separation
 * or a repeated column a ridge on all but the constant makes them finite, which `ridged` tells; standard
 * errors are then those under the ridge.
 */
export function regress(design: Design, outcomes: Outcomes): Regression {
  const plain = newton(design, outcomes, 0);
  if (plain && !separated(plain)) {
    const regression = regressionOf(plain, false);
    if (design.every((column, place) => isKnown(column, regression.coefficients[place + 1])))
      return regression;
  }
  const ridged = newton(design, outcomes, RIDGE * outcomes.length);
  if (!ridged) throw new Error('A ridge makes every regression solvable.');
  return regressionOf(ridged, true);
}

type Fitted = {
  readonly beta: Float64Array;
  readonly factor: Matrix;
  readonly likelihood: number;
  readonly chances: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
  readonly outcomes: Outcomes;
};

/** A column that tells some rows apart completely has a slope without a bound, and an error as wide. */
function isKnown(column: Float64Array, coefficient: Coefficient | undefined): boolean {
  const middle = column.reduce((total, value) => total + value, 0) / column.length;
  const spread = column.reduce((total, value) => total + (value - middle) ** 2, 0) / column.length;
  return (coefficient?.standardError ?? 0) * Math.sqrt(spread) < UNKNOWN;
}

const separated = ({ converged, chances, outcomes }: Fitted): boolean =>
  !converged || chances.every((chance, row) => Math.abs((outcomes[row] ?? 0) - chance) < SEPARATED);

function newton(design: Design, outcomes: Outcomes, ridge: number): Fitted | undefined {
  const size = design.length + 1;
  let beta = new Float64Array(size);
  beta[0] = logit(
    outcomes.reduce((total, outcome) => total + outcome, 0),
    outcomes.length,
  );
  let now = judge(design, outcomes, beta, ridge);
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations += 1) {
    const { gradient, information } = slopes(design, outcomes, now.chances, { beta, ridge });
    const factor = factorOf(information, size);
    if (!factor) return undefined;
    const step = solve(factor, gradient);
    let scale = 1;
    let next = moved(beta, step, scale);
    let judged = judge(design, outcomes, next, ridge);
    while (judged.penalised < now.penalised - 1e-12 && scale > 1e-6) {
      scale /= 2;
      next = moved(beta, step, scale);
      judged = judge(design, outcomes, next, ridge);
    }
    const converged =
      Math.abs(judged.penalised - now.penalised) < CLOSE * (1 + Math.abs(now.penalised));
    beta = next;
    now = judged;
    if (!converged && iterations < MAX_ITERATIONS) continue;
    const last = factorOf(slopes(design, outcomes, now.chances, { beta, ridge }).information, size);
    if (!last) return undefined;
    const { likelihood, chances } = now;
    return { beta, factor: last, likelihood, chances, iterations, converged, outcomes };
  }
  return undefined;
}

/** Half a bad and half a good are added, so that there is always an answer. */
const logit = (bads: number, rows: number) => Math.log((bads + 0.5) / (rows - bads + 0.5));

const moved = (beta: Float64Array, step: Float64Array, scale: number) =>
  beta.map((value, place) => value + scale * (step[place] ?? 0));

/** ln(odds) of every row by the coefficients, the constant first. */
export function logOdds(design: Design, beta: Float64Array, rows: number): Float64Array {
  const odds = new Float64Array(rows).fill(beta[0] ?? 0);
  for (const [place, column] of design.entries()) {
    const slope = beta[place + 1] ?? 0;
    for (let row = 0; row < rows; row += 1)
      odds[row] = (odds[row] ?? 0) + slope * (column[row] ?? 0);
  }
  return odds;
}

function judge(design: Design, outcomes: Outcomes, beta: Float64Array, ridge: number) {
  const odds = logOdds(design, beta, outcomes.length);
  let likelihood = 0;
  const chances = odds.map((value, row) => {
    likelihood -= outcomes[row] === 1 ? softplus(-value) : softplus(value);
    return 1 / (1 + Math.exp(-value));
  });
  const size = beta.reduce((total, value, place) => total + (place === 0 ? 0 : value * value), 0);
  return { chances, likelihood, penalised: likelihood - (ridge / 2) * size };
}

/** ln(1 + eˣ) without overflow. */
export const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

function slopes(
  design: Design,
  outcomes: Outcomes,
  chances: Float64Array,
  penalty: { readonly beta: Float64Array; readonly ridge: number },
) {
  const rows = outcomes.length;
  const ones = new Float64Array(rows).fill(1);
  const columns = [ones, ...design];
  const size = columns.length;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const weighed = new Float64Array(rows);
  for (const [place, column] of columns.entries()) {
    let slope = 0;
    for (let row = 0; row < rows; row += 1) {
      const chance = chances[row] ?? 0;
      const value = column[row] ?? 0;
      slope += value * ((outcomes[row] ?? 0) - chance);
      weighed[row] = value * chance * (1 - chance);
    }
    const ridge = place === 0 ? 0 : penalty.ridge;
    gradient[place] = slope - ridge * (penalty.beta[place] ?? 0);
    for (let other = 0; other <= place; other += 1) {
      const second = columns[other] ?? ones;
      let sum = place === other ? ridge : 0;
      for (let row = 0; row < rows; row += 1) sum += (weighed[row] ?? 0) * (second[row] ?? 0);
      information[place * size + other] = sum;
      information[other * size + place] = sum;
    }
  }
  return { gradient, information };
}

function regressionOf(fitted: Fitted, ridged: boolean): Regression {
  const { beta, factor, likelihood, iterations } = fitted;
  const variances = inverseDiagonal(factor, beta.length);
  return {
    coefficients: [...beta].map((value, place) => {
      const standardError = Math.sqrt(variances[place] ?? 0);
      const z = value / standardError;
      return { value, standardError, z, p: twoSidedP(z) };
    }),
    logLikelihood: likelihood,
    aic: 2 * beta.length - 2 * likelihood,
    iterations,
    ridged,
  };
}
