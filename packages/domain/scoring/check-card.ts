import { maximumOf } from './bins.ts';
import { factNames } from './facts.ts';
import type { Bin, Indicator, Scorecard } from './scorecard.ts';

export const CARD_POINTS = 1000;

export type CardFaultCode =
  | 'maxima_not_1000'
  | 'id_repeated'
  | 'fact_unknown'
  | 'points_not_whole'
  | 'missing_above_maximum'
  | 'bins_mixed'
  | 'bins_not_covering'
  | 'bins_unordered'
  | 'bins_gap'
  | 'bins_overlap'
  | 'choice_repeated'
  | 'cap_out_of_range'
  | 'bands_unordered'
  | 'bands_not_to_zero'
  | 'grade_unreachable';
/** `at` names the indicator, veto or grade, or the card itself. */
export type CardFault = { readonly code: CardFaultCode; readonly at: string };

/** Everything that is wrong with a card, in its own order; none for a card that may score. */
export function checkCard(card: Scorecard): readonly CardFault[] {
  const indicators = card.dimensions.flatMap((dimension) => dimension.indicators);
  const total = indicators.reduce((all, indicator) => all + maximumOf(indicator), 0);
  return [
    ...(total === CARD_POINTS ? [] : [fault('maxima_not_1000', card.id)]),
    ...repeated(card.dimensions.map(({ id }) => id)).map((id) => fault('id_repeated', id)),
    ...repeated(indicators.map(({ id }) => id)).map((id) => fault('id_repeated', id)),
    ...indicators.flatMap(indicatorFaults),
    ...card.vetoes.flatMap((veto) => [
      ...(knownFacts.has(veto.fact) ? [] : [fault('fact_unknown', veto.code)]),
      ...(isPoints(veto.cap) ? [] : [fault('cap_out_of_range', veto.code)]),
    ]),
    ...bandFaults(card, indicators),
  ];
}

const fault = (code: CardFaultCode, at: string): CardFault => ({ code, at });
const knownFacts: ReadonlySet<string> = new Set(factNames);
const isPoints = (points: number) =>
  Number.isSafeInteger(points) && points >= 0 && points <= CARD_POINTS;

const repeated = <Value>(values: readonly Value[]): readonly Value[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

function indicatorFaults(indicator: Indicator): readonly CardFault[] {
  const { id, bins, missing } = indicator;
  const points = [missing, ...bins.map((bin) => bin.points)];
  return [
    ...(knownFacts.has(indicator.fact) ? [] : [fault('fact_unknown', id)]),
    ...(points.every(isPoints) ? [] : [fault('points_not_whole', id)]),
    ...(missing <= maximumOf(indicator) ? [] : [fault('missing_above_maximum', id)]),
    ...binFaults(bins).map((code) => fault(code, id)),
  ];
}

function binFaults(bins: readonly Bin[]): readonly CardFaultCode[] {
  const choices = bins.flatMap((bin) => ('is' in bin ? [bin] : []));
  const ranges = bins.flatMap((bin) => ('is' in bin ? [] : [bin]));
  if (choices.length > 0 && ranges.length > 0) return ['bins_mixed'];
  if (choices.length > 0)
    return repeated(choices.flatMap((bin) => bin.is)).length > 0 ? ['choice_repeated'] : [];
  const [first, last] = [ranges.at(0), ranges.at(-1)];
  const open = first && last && first.from === undefined && last.to === undefined;
  const joints = ranges.slice(1).flatMap((bin, index): CardFaultCode[] => {
    const from = bin.from ?? Number.NEGATIVE_INFINITY;
    const before = ranges[index]?.to ?? Number.POSITIVE_INFINITY;
    if (from > before) return ['bins_gap'];
    return from < before ? ['bins_overlap'] : [];
  });
  const rising = ranges.every(
    ({ from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }) => from < to,
  );
  return [
    ...(open ? [] : (['bins_not_covering'] as const)),
    ...(rising ? [] : (['bins_unordered'] as const)),
    ...joints,
  ];
}

function bandFaults(card: Scorecard, indicators: readonly Indicator[]): readonly CardFault[] {
  const falling = card.bands.every(
    ({ from }, index) => from < (card.bands[index - 1]?.from ?? Infinity),
  );
  const reachable = totalsOf(indicators);
  return [
    ...(falling ? [] : [fault('bands_unordered', card.id)]),
    ...(card.bands.at(-1)?.from === 0 ? [] : [fault('bands_not_to_zero', card.id)]),
    ...card.bands.flatMap(({ grade, from }, index) => {
      const below = card.bands[index - 1]?.from ?? CARD_POINTS + 1;
      const reached = [...reachable].some((total) => from <= total && total < below);
      return reached ? [] : [fault('grade_unreachable', grade)];
    }),
  ];
}

/** Every total that some firm could have before vetoes. */
function totalsOf(indicators: readonly Indicator[]): ReadonlySet<number> {
  let totals = new Set([0]);
  for (const { bins, missing } of indicators) {
    const points = [missing, ...bins.map((bin) => bin.points)];
    totals = new Set([...totals].flatMap((total) => points.map((added) => total + added)));
  }
  return totals;
}
