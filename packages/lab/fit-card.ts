import type { Outcomes } from '#domain/scoring/monitoring/outcomes';
import { distributionOf, sharesOf } from '#domain/scoring/monitoring/stability';
import { type Coded, codedOf, stretched } from './additive.ts';
import type { Declared } from './boost.ts';
import type { Fit, FitCharacteristic, FittedCard, Scaling } from './card.ts';
import {
  choose,
  fitWhole,
  nameOf,
  type Recipe,
  recipes,
  type Sample,
  type Tell,
  type Trial,
} from './choose.ts';
import { type GridRules, gridOf } from './grid.ts';
import { regress } from './logistic.ts';
import { figuresOf } from './measure.ts';
import { indicatorsOf, type ScoredTable, scoreTable } from './points.ts';
import { regressBinned } from './regress-binned.ts';
import { type ByHand, screen } from './screen.ts';
import { inOwnOrder } from './table.ts';
import { type Known, readTarget } from './target.ts';
import { toCard } from './to-card.ts';
import { informationValue, readingOfIv, weigh } from './woe.ts';

export type FitTerms = ByHand & {
  readonly target: string;
  readonly bad?: string;
  readonly seed: number;
  readonly folds: number;
  readonly scaling: Partial<Scaling>;
  /** How points move with the value of a column. */
  readonly declared: Readonly<Record<string, 'rising' | 'falling'>>;
  readonly specials: readonly number[];
  readonly method?: Recipe['method'];
  readonly most?: number;
  readonly names: { readonly id: string; readonly zh: string; readonly en: string };
};

export type FitFault = {
  readonly ok: false;
  readonly code: 'too_few_outcomes' | 'nothing_to_fit' | 'nothing_found';
  readonly expected: string;
  readonly actual: string;
};

/** Of each outcome, so that each of five folds has two; for a card to live by, some hundreds (domain.md D3). */
export const MIN_OF_EACH = 10;
const MAX_BINS = 200;
/** Rows, or share of them, that a word needs to stand by itself. */
const MIN_GROUP = 10;
const MIN_GROUP_SHARE = 0.005;

export const gridRulesOf = (rows: number, specials: readonly number[]): GridRules => ({
  maxBins: MAX_BINS,
  minGroup: Math.max(MIN_GROUP, Math.ceil(rows * MIN_GROUP_SHARE)),
  specials,
});

/** A card from rows whose outcomes are known. The order of rows and the way a file is sorted do not matter. */
export function fitCard(
  known: Known,
  terms: FitTerms,
  tell: Tell = () => {},
): { readonly ok: true; readonly card: FittedCard } | FitFault {
  const ordered = readTarget(inOwnOrder(known.table), terms.target, terms.bad);
  if (!ordered.ok) throw new Error('What was read once is read again.');
  const { table, outcomes } = ordered;
  const bads = outcomes.reduce((total, outcome) => total + outcome, 0);
  if (Math.min(bads, outcomes.length - bads) < MIN_OF_EACH)
    return fault(
      'too_few_outcomes',
      `${MIN_OF_EACH} goods and ${MIN_OF_EACH} bads`,
      `${bads} bads of ${outcomes.length}`,
    );
  const grid = gridRulesOf(outcomes.length, terms.specials);
  const { candidates, setAside } = screen(table, terms.target, outcomes, grid, terms);
  if (candidates.length === 0) return fault('nothing_to_fit', 'a column that may be used', 'none');
  const sample = sampleOf(candidates, outcomes, terms);
  const allowed = recipes.filter(
    ({ method }) => terms.method === undefined || method === terms.method,
  );
  const choice = choose(sample, tell, allowed);
  const found = {
    ordered,
    sample,
    choice,
    setAside,
    calibration: calibrate(choice.chosen, outcomes),
  };
  const made = makeCard(found, terms);
  if (indicatorsOf(made.card).length === 0)
    return fault('nothing_found', 'a characteristic that tells goods from bads', 'none');
  return { ok: true, card: { ...made.card, fit: fitOf(found, made, terms) } };
}

const sampleOf = (columns: Sample['columns'], outcomes: Outcomes, terms: FitTerms): Sample => ({
  columns,
  outcomes,
  grid: gridRulesOf(outcomes.length, terms.specials),
  declared: riskDirections(terms.declared),
  seed: terms.seed,
  folds: terms.folds,
  ...(terms.most !== undefined && { most: terms.most }),
});

type Found = {
  readonly ordered: Known;
  readonly sample: Sample;
  readonly choice: ReturnType<typeof choose>;
  readonly setAside: Fit['setAside'];
  readonly calibration: Fit['calibration'];
};
type Made = ReturnType<typeof toCard> & { readonly coded: readonly Coded[] };

/** The chosen recipe on all rows, calibrated, as whole points. */
function makeCard({ sample, choice, calibration }: Found, terms: FitTerms): Made {
  const rows = [...sample.outcomes.keys()];
  const coded = sample.columns.map((column) => codedOf(column, gridOf(column, rows, sample.grid)));
  const whole = fitWhole(choice.chosen, coded, sample);
  const calibrated = stretched(whole, calibration.slope, calibration.shift);
  const ofTerms = calibrated.terms
    .map(({ grid: { name } }) => coded.find((one) => one.grid.name === name))
    .filter((one) => one !== undefined);
  return { ...toCard(calibrated, ofTerms, terms.names, terms.scaling), coded };
}

function fitOf(
  { ordered, sample, choice, setAside, calibration }: Found,
  made: Made,
  terms: FitTerms,
): Fit {
  const { table, outcomes, bad } = ordered;
  const { chosen, trials } = choice;
  const scored = scoreTable(made.card, table);
  return {
    target: terms.target,
    bad,
    method: chosen.recipe.method,
    recipe: nameOf(chosen.recipe),
    rule: RULE,
    seed: terms.seed,
    folds: terms.folds,
    trials: trials.map((trial) => trialOf(trial, chosen)),
    calibration,
    scaling: made.scaling,
    training: figuresOf(scored.points, outcomes, made.scaling),
    distribution: distributionOf(scored.points),
    characteristics: characteristicsOf(made.card, scored, outcomes),
    ...(chosen.recipe.method === 'regression' && {
      regression: regressionOf(made.coded, outcomes, sample.declared),
    }),
    setAside,
    declared: terms.declared,
  };
}

const RULE =
  'the simplest recipe within one standard error of the best mean AUC over the folds; steps by least mean loss; the fewest characteristics with no lower mean AUC';

const fault = (code: FitFault['code'], expected: string, actual: string): FitFault => ({
  ok: false,
  code,
  expected,
  actual,
});

/** Points that rise with a value mean that the share of bads falls. */
const riskDirections = (declared: FitTerms['declared']): Declared =>
  new Map(
    Object.entries(declared).map(([column, points]) => [
      column,
      points === 'rising' ? 'falling' : 'rising',
    ]),
  );

/** What fits learn too boldly or too timidly shows on the folds that they did not see. */
function calibrate({ odds }: Trial, outcomes: Outcomes): Fit['calibration'] {
  const { coefficients } = regress([odds], outcomes);
  const slope = coefficients[1]?.value ?? 1;
  return slope > 0 ? { slope, shift: coefficients[0]?.value ?? 0 } : { slope: 1, shift: 0 };
}

const trialOf = (trial: Trial, chosen: Trial): Fit['trials'][number] => ({
  recipe: nameOf(trial.recipe),
  auc: trial.auc,
  aucError: trial.aucError,
  loss: trial.loss,
  ...(trial.steps !== undefined && { steps: trial.steps }),
  chosen: trial === chosen,
});

function characteristicsOf(
  card: Pick<FittedCard, 'dimensions'>,
  { attributes }: ScoredTable,
  outcomes: Outcomes,
): readonly FitCharacteristic[] {
  return indicatorsOf(card).map((indicator, place) => {
    const met = attributes[place] ?? new Uint16Array();
    const size = indicator.bins.length + 2;
    const counts = Array.from({ length: size }, () => ({ goods: 0, bads: 0 }));
    for (const [row, attribute] of met.entries()) {
      const count = counts[attribute];
      if (!count) continue;
      if (outcomes[row] === 1) count.bads += 1;
      else count.goods += 1;
    }
    const iv = informationValue(weigh(counts));
    return {
      indicator: indicator.id,
      column: indicator.fact,
      iv,
      reading: readingOfIv(iv),
      shares: sharesOf(met, size),
    };
  });
}

function regressionOf(
  coded: Parameters<typeof regressBinned>[0],
  outcomes: Outcomes,
  declared: Declared,
): NonNullable<Fit['regression']> {
  const { selection } = regressBinned(coded, outcomes, [...outcomes.keys()], declared);
  const { coefficients, aic, ridged } = selection.regression;
  return {
    aic,
    ridged,
    coefficients: coefficients.map((coefficient, place) => ({
      column: place === 0 ? '' : (coded[selection.chosen[place - 1] ?? 0]?.grid.name ?? ''),
      ...coefficient,
    })),
  };
}
