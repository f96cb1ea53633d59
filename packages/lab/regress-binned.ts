import type { Outcomes } from '#domain/scoring/monitoring/outcomes';
import type { Additive, Coded } from './additive.ts';
import type { Declared } from './boost.ts';
import { type CoarseRules, coarseRules } from './coarse-bins.ts';
import { codesOf } from './grid.ts';
import { type Selection, type StepwiseRules, selectStepwise, stepwiseRules } from './stepwise.ts';
import { type WoeTerm, woeTermOf } from './woe-term.ts';

export type Binned = {
  readonly fit: Additive;
  readonly terms: readonly WoeTerm[];
  readonly selection: Selection;
};

/** Below this information value a characteristic is no candidate. */
const MIN_IV = 0.02;

/** Regression on weights of evidence of coarse bins, characteristics chosen stepwise; learnt from the given rows. */
export function regressBinned(
  coded: readonly Coded[],
  outcomes: Outcomes,
  rows: readonly number[],
  declared: Declared = new Map(),
  rules: { readonly coarse: CoarseRules; readonly stepwise: StepwiseRules } = {
    coarse: coarseRules,
    stepwise: stepwiseRules,
  },
): Binned {
  const terms = coded.map((one) =>
    woeTermOf(one, outcomes, rows, rules.coarse, declared.get(one.grid.name)),
  );
  const candidates = [...terms.keys()].filter((place) => (terms[place]?.iv ?? 0) >= MIN_IV);
  const design = candidates.map((place) => {
    const { codes } = coded[place] ?? {};
    const { woe } = terms[place] ?? {};
    return Float64Array.from(rows, (row) => woe?.[codes?.[row] ?? 0] ?? 0);
  });
  const learnt = Uint8Array.from(rows, (row) => outcomes[row] ?? 0);
  const found = selectStepwise(design, learnt, rules.stepwise);
  const chosen = found.chosen.map((candidate) => candidates[candidate] ?? 0);
  const selection: Selection = {
    ...found,
    chosen,
    steps: found.steps.map((step) => ({ ...step, candidate: candidates[step.candidate] ?? 0 })),
  };
  const slopes = new Map(
    chosen.map((place, index) => [place, found.regression.coefficients[index + 1]?.value ?? 0]),
  );
  return {
    terms,
    selection,
    fit: {
      constant: found.regression.coefficients[0]?.value ?? 0,
      terms: terms.map(({ grid, woe }, place) => ({
        grid,
        amounts: Float64Array.from(
          { length: codesOf(grid) },
          (_, code) => (slopes.get(place) ?? 0) * (woe[code] ?? 0),
        ),
      })),
    },
  };
}
