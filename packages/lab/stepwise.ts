import type { Outcomes } from '#domain/scoring/monitoring/outcomes';
import { factorOf, solve } from './cholesky.ts';
import { type Design, type Regression, regress } from './logistic.ts';
import { chiSquareP } from './normal.ts';

export type StepwiseRules = {
  /** A candidate enters with the smallest p of the score test, at most this. */
  readonly enter: number;
  /** One that is in leaves with the largest p of Wald's test, above this. */
  readonly leave: number;
  readonly most: number;
};

/** Stricter than the usual 5 %, since bins were sought before coefficients were tested. */
export const stepwiseRules: StepwiseRules = { enter: 0.01, leave: 0.05, most: 30 };

export type Selection = {
  /** Places of the candidates that stay, in the order in which they came. */
  readonly chosen: readonly number[];
  readonly regression: Regression;
  /** Why every step was taken, for the report. */
  readonly steps: readonly {
    readonly candidate: number;
    readonly move: 'in' | 'out';
    readonly p: number;
  }[];
};

/**
 * Forward selection with a look back. Candidates are weights of evidence, whose coefficient must keep its
 * sign: bad odds fall where the weight rises. One whose sign turns leaves whatever its p, and what left does
 * not come back, so that there is an end.
 */
export function selectStepwise(
  candidates: Design,
  outcomes: Outcomes,
  rules: StepwiseRules = stepwiseRules,
): Selection {
  let chosen: readonly number[] = [];
  let regression = regress([], outcomes);
  const steps: { candidate: number; move: 'in' | 'out'; p: number }[] = [];
  const barred = new Set<number>();
  while (chosen.length < rules.most) {
    const entering = bestEntrant(candidates, outcomes, chosen, regression, barred);
    if (!entering || entering.p > rules.enter) break;
    chosen = [...chosen, entering.candidate];
    steps.push({ candidate: entering.candidate, move: 'in', p: entering.p });
    regression = regressOn(candidates, chosen, outcomes);
    for (;;) {
      const leaving = worstOf(chosen, regression, rules);
      if (!leaving) break;
      chosen = chosen.filter((place) => place !== leaving.candidate);
      barred.add(leaving.candidate);
      steps.push({ candidate: leaving.candidate, move: 'out', p: leaving.p });
      regression = regressOn(candidates, chosen, outcomes);
    }
  }
  return { chosen, regression, steps };
}

const regressOn = (candidates: Design, chosen: readonly number[], outcomes: Outcomes): Regression =>
  regress(
    chosen.map((place) => candidates[place] ?? new Float64Array(outcomes.length)),
    outcomes,
  );

function worstOf(
  chosen: readonly number[],
  { coefficients }: Regression,
  { leave }: StepwiseRules,
) {
  const judged = chosen.map((candidate, index) => {
    const { value = 0, p = 1 } = coefficients[index + 1] ?? {};
    return { candidate, p: value >= 0 ? 1 : p };
  });
  const worst = judged.toSorted((a, b) => b.p - a.p)[0];
  return worst && worst.p > leave ? worst : undefined;
}

/** Rao's score test of each candidate beside those that are in: no regression is needed for it. */
function bestEntrant(
  candidates: Design,
  outcomes: Outcomes,
  chosen: readonly number[],
  { coefficients }: Regression,
  barred: ReadonlySet<number>,
) {
  const rows = outcomes.length;
  const inside = [
    new Float64Array(rows).fill(1),
    ...chosen.map((place) => candidates[place] ?? new Float64Array(rows)),
  ];
  const odds = new Float64Array(rows);
  for (const [place, column] of inside.entries())
    for (let row = 0; row < rows; row += 1)
      odds[row] = (odds[row] ?? 0) + (coefficients[place]?.value ?? 0) * (column[row] ?? 0);
  const chances = odds.map((value) => 1 / (1 + Math.exp(-value)));
  const curves = chances.map((chance) => chance * (1 - chance));
  const size = inside.length;
  const information = new Float64Array(size * size);
  for (const [i, a] of inside.entries())
    for (const [j, b] of inside.entries()) information[i * size + j] = weighed(a, b, curves);
  const factor = factorOf(information, size);
  if (!factor) return undefined;
  let best: { candidate: number; p: number; statistic: number } | undefined;
  for (const [candidate, column] of candidates.entries()) {
    if (chosen.includes(candidate) || barred.has(candidate)) continue;
    let slope = 0;
    for (let row = 0; row < rows; row += 1)
      slope += (column[row] ?? 0) * ((outcomes[row] ?? 0) - (chances[row] ?? 0));
    const shared = Float64Array.from(inside, (a) => weighed(a, column, curves));
    const explained = solve(factor, shared).reduce(
      (sum, value, k) => sum + value * (shared[k] ?? 0),
      0,
    );
    const own = weighed(column, column, curves);
    const free = own - explained;
    if (slope >= 0 || free <= 1e-9 * own) continue;
    const statistic = (slope * slope) / free;
    if (best && statistic <= best.statistic) continue;
    best = { candidate, statistic, p: chiSquareP(statistic, 1) };
  }
  return best;
}

function weighed(a: Float64Array, b: Float64Array, weights: Float64Array): number {
  let total = 0;
  for (let row = 0; row < a.length; row += 1)
    total += (a[row] ?? 0) * (b[row] ?? 0) * (weights[row] ?? 0);
  return total;
}
