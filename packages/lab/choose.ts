import { aucOf } from '#domain/scoring/monitoring/auc';
import type { Outcomes } from '#domain/scoring/monitoring/outcomes';
import { type Additive, type Coded, codedOf, oddsOf } from './additive.ts';
import { type BoostRules, boosting, type Declared } from './boost.ts';
import { foldsOf } from './folds.ts';
import { type GridRules, gridOf } from './grid.ts';
import { softplus } from './logistic.ts';
import { regressBinned } from './regress-binned.ts';
import type { Column } from './table.ts';

/** A way to fit, in the order of simplicity. */
export type Recipe =
  | { readonly method: 'regression' }
  | {
      readonly method: 'boosting';
      readonly leaves: number;
      /** Of the characteristics, that each step chooses from. */
      readonly choice: number;
      /** How many characteristics stay, the most important of a first fit; all where absent. */
      readonly keep?: number;
    };

export const recipes: readonly Recipe[] = [
  { method: 'regression' },
  { method: 'boosting', leaves: 2, choice: 0.2 },
  { method: 'boosting', leaves: 2, choice: 1 },
  { method: 'boosting', leaves: 3, choice: 1 },
];

/** Of the characteristics, the most important ones, with which the best boosting is tried again. */
const KEPT_SHARES = [0.25, 0.5, 0.75];

export const boostRules: Omit<BoostRules, 'leaves' | 'choice' | 'seed'> = {
  rate: 0.1,
  sample: 0.6,
  ridge: 1,
  minLeaf: 4,
};
const MAX_STEPS = 3000;
/** Steps without a smaller loss on held-back folds after which boosting stops. */
const PATIENCE = 150;

export type Trial = {
  readonly recipe: Recipe;
  readonly folds: readonly { readonly auc: number; readonly loss: number }[];
  readonly auc: number;
  readonly aucError: number;
  readonly loss: number;
  readonly steps?: number;
  /** ln(odds of bad) of each row by the fit that did not see it. */
  readonly odds: Float64Array;
};

export type Sample = {
  readonly columns: readonly Column[];
  readonly outcomes: Outcomes;
  readonly grid: GridRules;
  readonly declared: Declared;
  readonly seed: number;
  readonly folds: number;
  /** Characteristics that a card may have. */
  readonly most?: number;
};

/** Told between trials; may say what stands. */
export type Tell = (text: string) => void;

type Fold = {
  readonly train: readonly number[];
  readonly test: readonly number[];
  readonly coded: readonly Coded[];
};

/**
 * Every recipe on the same stratified folds. The chosen one is the simplest whose mean AUC lies within one
 * standard error, of the differences fold by fold, of the best. Boosting takes the number of steps with the
 * smallest mean loss on the held-back folds, and the fewest characteristics with which the mean AUC is no
 * lower than with all; `most` of them where that is asked for.
 */
export function choose(
  sample: Sample,
  tell: Tell,
  allowed: readonly Recipe[] = recipes,
): { readonly chosen: Trial; readonly trials: readonly Trial[] } {
  const folds = prepare(sample);
  const run = (recipe: Recipe) => {
    const trial = tryOut(recipe, sample, folds);
    tell(`${nameOf(recipe)}: AUC ${trial.auc.toFixed(4)} on held-back folds`);
    return trial;
  };
  const trials = allowed.map(run);
  const first = simplestNearBest(trials);
  if (first.recipe.method === 'regression') return { chosen: first, trials };
  const { recipe } = first;
  const count = sample.columns.length;
  const { most = count } = sample;
  const sizes = KEPT_SHARES.map((share) => Math.ceil(share * count)).filter((keep) => keep < most);
  const fewer = [...new Set(most < count ? [...sizes, most] : sizes)].map((keep) =>
    run({ ...recipe, keep }),
  );
  const last = most < count ? fewer.at(-1) : first;
  const chosen = fewer.find((trial) => trial.auc >= (last ?? first).auc) ?? first;
  return { chosen, trials: [...trials, ...fewer] };
}

export const nameOf = (recipe: Recipe): string =>
  recipe.method === 'regression'
    ? 'regression on WOE, stepwise'
    : `boosting, ${recipe.leaves} leaves, each step of ${recipe.choice * 100} % of ${recipe.keep ?? 'all'} characteristics`;

/** `trials` from the simplest. */
function simplestNearBest(trials: readonly Trial[]): Trial {
  const best = trials.reduce((most, trial) => (trial.auc > most.auc ? trial : most));
  return trials.find((trial) => best.auc - trial.auc <= errorOfDifference(best, trial)) ?? best;
}

function errorOfDifference(a: Trial, b: Trial): number {
  const differences = a.folds.map(({ auc }, fold) => auc - (b.folds[fold]?.auc ?? 0));
  return standardError(differences);
}

const mean = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0) / values.length;

function standardError(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((total, value) => total + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/** Grids are learnt without the held-back rows too. */
function prepare({ columns, outcomes, grid, seed, folds }: Sample): readonly Fold[] {
  const dealt = foldsOf(outcomes, folds, seed);
  return Array.from({ length: folds }, (_, fold) => {
    const train = [...outcomes.keys()].filter((row) => dealt[row] !== fold);
    const test = [...outcomes.keys()].filter((row) => dealt[row] === fold);
    const coded = columns.map((column) => codedOf(column, gridOf(column, train, grid)));
    return { train, test, coded };
  });
}

function tryOut(recipe: Recipe, sample: Sample, folds: readonly Fold[]): Trial {
  const { outcomes, declared } = sample;
  if (recipe.method === 'regression')
    return judged(recipe, outcomes, folds, (fold) => {
      const { fit } = regressBinned(fold.coded, outcomes, fold.train, declared);
      return oddsOf(fit, fold.coded, outcomes.length);
    });
  const { keep } = recipe;
  const narrowed =
    keep === undefined ? folds : folds.map((fold) => narrow(fold, keep, recipe, sample));
  const { steps, odds } = boostTogether(recipe, sample, narrowed);
  return {
    ...judged(
      recipe,
      outcomes,
      narrowed,
      (_, place) => odds[place] ?? odds[0] ?? new Float64Array(),
    ),
    steps,
  };
}

/** Steps of a first fit that ranks characteristics. */
const RANKING_STEPS = 200;

function narrow(
  fold: Fold,
  keep: number,
  recipe: Recipe & { method: 'boosting' },
  sample: Sample,
): Fold {
  const important = mostImportant(fold.coded, fold.train, keep, recipe, sample);
  return {
    ...fold,
    coded: important.map((place) => fold.coded[place]).filter((one) => one !== undefined),
  };
}

/** Places of the characteristics that move the odds of the rows most, by a first fit to these rows. */
export function mostImportant(
  coded: readonly Coded[],
  rows: readonly number[],
  keep: number,
  { leaves, choice }: Recipe & { method: 'boosting' },
  { outcomes, declared, seed }: Sample,
): readonly number[] {
  const boost = boosting(coded, outcomes, rows, { ...boostRules, leaves, choice, seed }, declared);
  for (let step = 0; step < RANKING_STEPS; step += 1) boost.step();
  const spreads = boost.read().terms.map(({ amounts }, place) => {
    const moved = rows.map((row) => amounts[coded[place]?.codes[row] ?? 0] ?? 0);
    const middle = mean(moved);
    return mean(moved.map((amount) => (amount - middle) ** 2));
  });
  return [...spreads.keys()]
    .toSorted((a, b) => (spreads[b] ?? 0) - (spreads[a] ?? 0))
    .slice(0, keep)
    .sort((a, b) => a - b);
}

/** One boosting per fold, step by step together, until their mean loss on held-back rows falls no more. */
function boostTogether(
  { leaves, choice }: Recipe & { method: 'boosting' },
  { outcomes, declared, seed }: Sample,
  folds: readonly Fold[],
) {
  const boosts = folds.map(({ coded, train }) =>
    boosting(coded, outcomes, train, { ...boostRules, leaves, choice, seed }, declared),
  );
  let steps = 0;
  let least = Number.POSITIVE_INFINITY;
  let odds = boosts.map((boost) => Float64Array.from(boost.odds));
  for (let step = 1; step <= MAX_STEPS && step - steps <= PATIENCE; step += 1) {
    for (const boost of boosts) boost.step();
    const loss = mean(
      boosts.map((boost, fold) => lossOf(boost.odds, outcomes, folds[fold]?.test ?? [])),
    );
    if (loss >= least) continue;
    least = loss;
    steps = step;
    odds = boosts.map((boost) => Float64Array.from(boost.odds));
  }
  return { steps, odds };
}

/** Mean log loss. */
const lossOf = (odds: Float64Array, outcomes: Outcomes, rows: readonly number[]): number =>
  mean(rows.map((row) => softplus(outcomes[row] === 1 ? -(odds[row] ?? 0) : (odds[row] ?? 0))));

function judged(
  recipe: Recipe,
  outcomes: Outcomes,
  folds: readonly Fold[],
  fit: (fold: Fold, place: number) => Float64Array,
): Trial {
  const held = new Float64Array(outcomes.length);
  const figures = folds.map((fold, place) => {
    const odds = fit(fold, place);
    for (const row of fold.test) held[row] = odds[row] ?? 0;
    const ofTest = Uint8Array.from(fold.test, (row) => outcomes[row] ?? 0);
    return {
      auc: aucOf(
        Float64Array.from(fold.test, (row) => odds[row] ?? 0),
        ofTest,
      ).auc,
      loss: lossOf(odds, outcomes, fold.test),
    };
  });
  const aucs = figures.map(({ auc }) => auc);
  return {
    recipe,
    folds: figures,
    auc: mean(aucs),
    aucError: standardError(aucs),
    loss: mean(figures.map(({ loss }) => loss)),
    odds: held,
  };
}

/** The chosen recipe fitted to all rows. */
export function fitWhole(
  { recipe, steps = 0 }: Trial,
  coded: readonly Coded[],
  sample: Sample,
): Additive {
  const { outcomes, declared, seed } = sample;
  const rows = [...outcomes.keys()];
  if (recipe.method === 'regression') return regressBinned(coded, outcomes, rows, declared).fit;
  const { leaves, choice, keep } = recipe;
  const places =
    keep === undefined ? [...coded.keys()] : mostImportant(coded, rows, keep, recipe, sample);
  const kept = places.map((place) => coded[place]).filter((one) => one !== undefined);
  const boost = boosting(kept, outcomes, rows, { ...boostRules, leaves, choice, seed }, declared);
  for (let step = 0; step < steps; step += 1) boost.step();
  return boost.read();
}
