import { maximumOf, pointsOf, withinLimit } from '../bins.ts';
import type { Dimension, Indicator, Scorecard } from '../scorecard.ts';
import { codingOf, MAX_PLACES, MAX_TEN_BITS } from './look-up.ts';

/** Why a card fits no tables: the plain engine scores by it then, which has no such limits. */
export type TableLimit =
  | 'too_many_indicators'
  | 'too_many_vetoes'
  | 'points_beyond_tables'
  | 'veto_on_number';

/** Vetoes stand as bits. */
const MAX_VETOES = 31;
/** Points stand in sixteen bits, one of which is the sign. */
const MAX_POINTS = 2 ** 15 - 1;

/** The first limit that a card without fault (`checkCard`) goes beyond; undefined where it fits. */
export function tableLimitOf(card: Scorecard): TableLimit | undefined {
  const indicators = card.dimensions.flatMap((dimension) => dimension.indicators);
  if (indicators.length > MAX_PLACES) return 'too_many_indicators';
  if (card.vetoes.length > MAX_VETOES) return 'too_many_vetoes';
  if (!fitsPoints(card, indicators)) return 'points_beyond_tables';
  return card.vetoes.every(({ fact }) => codingOf(card, fact).kind === 'choice')
    ? undefined
    : 'veto_on_number';
}

function fitsPoints(card: Scorecard, indicators: readonly Indicator[]): boolean {
  const { initial = 0 } = card;
  const most = card.dimensions.reduce((all, dimension) => all + highestOf(dimension), initial);
  const least = Math.min(...card.vetoes.map(({ cap }) => cap));
  return (
    indicators.every(fitsTenBits) &&
    initial >= 0 &&
    most <= MAX_POINTS &&
    least >= 0 &&
    (card.vetoes.length === 0 || most - least <= MAX_TEN_BITS)
  );
}

function fitsTenBits({ missing, baseline, ...indicator }: Indicator): boolean {
  const points = [missing, ...pointsOf(indicator)];
  const lowest = Math.min(...points);
  const lost = (baseline ?? maximumOf(indicator)) - lowest;
  return lowest >= 0 && Math.max(...points) <= MAX_TEN_BITS && lost <= MAX_TEN_BITS;
}

/** What is not known may give more than all that is. */
const highestOf = (dimension: Dimension): number =>
  withinLimit(
    dimension,
    dimension.indicators.reduce((all, one) => all + Math.max(maximumOf(one), one.missing), 0),
  );
