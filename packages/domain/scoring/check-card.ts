import { maximumOf, mostOf, pointsOf, withinLimit } from './bins.ts';
import { type BinFaultCode, binFaults } from './check-bins.ts';
import type { FactDefinition } from './fact-definition.ts';
import { factDefinitions } from './facts.ts';
import type { Dimension, Indicator, Scorecard, Veto } from './scorecard.ts';

/** What the dimensions of a city's card give at most in all. */
export const CARD_POINTS = 1000;

export type CardFaultCode =
  | BinFaultCode
  | 'maxima_not_1000'
  | 'id_repeated'
  | 'fact_unknown'
  | 'fact_redefined'
  | 'points_not_whole'
  | 'missing_above_maximum'
  | 'missing_below_minimum'
  | 'limit_out_of_range'
  | 'bonus_takes'
  | 'reason_says_two_things'
  | 'source_absent'
  | 'veto_of_another_type'
  | 'cap_out_of_range'
  | 'bands_unordered'
  | 'bands_not_to_zero'
  | 'grade_repeated'
  | 'grade_unreachable';
/** `at` names the dimension, indicator, veto, reason or grade, or the card itself. */
export type CardFault = { readonly code: CardFaultCode; readonly at: string };

/**
 * What a card is held to. `city`: 1000 points in all, none below zero, facts of the city or of the card, every
 * weight with its source, grades down to zero · `any`: a card from elsewhere, whose facts nobody need have told.
 */
export type CardTerms = 'city' | 'any';

/** Everything that is wrong with a card, in its own order; none for a card that may score. */
export function checkCard(card: Scorecard, terms: CardTerms = 'city'): readonly CardFault[] {
  const city = terms === 'city';
  const facts: Definitions = { ...card.facts, ...factDefinitions };
  const indicators = card.dimensions.flatMap((dimension) => dimension.indicators);
  const most = card.dimensions.reduce((all, dimension) => all + mostOf(dimension), 0);
  const unknown = (fact: string, at: string) =>
    Object.hasOwn(facts, fact) || !city ? [] : [fault('fact_unknown', at)];
  return [
    ...(city && most + (card.initial ?? 0) !== CARD_POINTS
      ? [fault('maxima_not_1000', card.id)]
      : []),
    ...Object.keys(card.facts ?? {})
      .filter((name) => Object.hasOwn(factDefinitions, name))
      .map((name) => fault('fact_redefined', name)),
    ...repeated(card.dimensions.map(({ id }) => id)).map((id) => fault('id_repeated', id)),
    ...repeated(indicators.map(({ id }) => id)).map((id) => fault('id_repeated', id)),
    ...card.dimensions.flatMap(limitFaults),
    ...indicators.flatMap((indicator) => [
      ...unknown(indicator.fact, indicator.id),
      ...indicatorFaults(indicator, terms),
      ...binFaults(indicator, facts[indicator.fact]).map((code) => fault(code, indicator.id)),
    ]),
    ...reasonFaults(indicators),
    ...card.vetoes.flatMap((veto) => [
      ...unknown(veto.fact, veto.code),
      ...vetoFaults(veto, facts[veto.fact], terms),
    ]),
    ...bandFaults(card, terms),
  ];
}

type Definitions = Readonly<Record<string, FactDefinition | undefined>>;
const fault = (code: CardFaultCode, at: string): CardFault => ({ code, at });

/** Whole; of the city's cards, none below zero and none above the card. */
const isPoints = (points: number, terms: CardTerms) =>
  Number.isSafeInteger(points) && (terms === 'any' || (points >= 0 && points <= CARD_POINTS));

const repeated = <Value>(values: readonly Value[]): readonly Value[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

function limitFaults({ id, limit, indicators }: Dimension): readonly CardFault[] {
  if (limit === undefined) return [];
  const sum = indicators.reduce((all, indicator) => all + maximumOf(indicator), 0);
  const lawful = Number.isSafeInteger(limit.points) && limit.points > 0 && limit.points <= sum;
  const takes = indicators.filter(({ missing, ...one }) =>
    [missing, ...pointsOf(one)].some((points) => points < 0),
  );
  return [
    ...(lawful ? [] : [fault('limit_out_of_range', id)]),
    ...(limit.kind === 'bonus' ? takes.map((one) => fault('bonus_takes', one.id)) : []),
  ];
}

function indicatorFaults(indicator: Indicator, terms: CardTerms): readonly CardFault[] {
  const { id, missing, missingBeyond, baseline = 0, source } = indicator;
  const known = pointsOf(indicator);
  const whole = [missing, ...known].every((points) => isPoints(points, terms));
  const above = !missingBeyond && missing > Math.max(...known);
  const below = !missingBeyond && missing < Math.min(...known);
  return [
    ...(whole && Number.isSafeInteger(baseline) ? [] : [fault('points_not_whole', id)]),
    ...(above ? [fault('missing_above_maximum', id)] : []),
    ...(below ? [fault('missing_below_minimum', id)] : []),
    ...(terms === 'city' && !source ? [fault('source_absent', id)] : []),
  ];
}

/** One code is one sentence, wherever on the card it stands. */
function reasonFaults(indicators: readonly Indicator[]): readonly CardFault[] {
  const told = new Map<string, string>();
  const faults = new Set<string>();
  for (const { reason: code, reasonZh: zh, reasonEn: en, bins, missingReason } of indicators)
    for (const reason of [{ code, zh, en }, missingReason, ...bins.map((bin) => bin.reason)]) {
      if (!reason) continue;
      const text = `${reason.zh}\n${reason.en}`;
      if ((told.get(reason.code) ?? text) !== text) faults.add(reason.code);
      told.set(reason.code, text);
    }
  return [...faults].map((code) => fault('reason_says_two_things', code));
}

function vetoFaults(
  veto: Veto,
  definition: FactDefinition | undefined,
  terms: CardTerms,
): readonly CardFault[] {
  const lawful =
    definition === undefined ||
    (definition.type === 'boolean' && typeof veto.is === 'boolean') ||
    (definition.type === 'choice' && definition.choices.some((choice) => choice === veto.is));
  return [
    ...(lawful ? [] : [fault('veto_of_another_type', veto.code)]),
    ...(isPoints(veto.cap, terms) ? [] : [fault('cap_out_of_range', veto.code)]),
  ];
}

function bandFaults(card: Scorecard, terms: CardTerms): readonly CardFault[] {
  const { bands } = card;
  const falling = bands.every(({ from }, index) => from < (bands[index - 1]?.from ?? Infinity));
  const reachable = [...totalsOf(card)];
  return [
    ...(falling ? [] : [fault('bands_unordered', card.id)]),
    ...(terms === 'any' || bands.at(-1)?.from === 0 ? [] : [fault('bands_not_to_zero', card.id)]),
    ...repeated(bands.map(({ grade }) => grade)).map((grade) => fault('grade_repeated', grade)),
    ...bands.flatMap(({ grade, from }, index) => {
      const below = bands[index - 1]?.from ?? Infinity;
      const reached = reachable.some((total) => from <= total && total < below);
      return reached ? [] : [fault('grade_unreachable', grade)];
    }),
  ];
}

/** Every total that some firm could have before vetoes. */
function totalsOf(card: Scorecard): ReadonlySet<number> {
  let totals = new Set([card.initial ?? 0]);
  for (const dimension of card.dimensions) {
    let sums = new Set([0]);
    for (const indicator of dimension.indicators) {
      const points = new Set([indicator.missing, ...pointsOf(indicator)]);
      sums = new Set([...sums].flatMap((sum) => [...points].map((added) => sum + added)));
    }
    const limited = new Set([...sums].map((sum) => withinLimit(dimension, sum)));
    totals = new Set([...totals].flatMap((all) => [...limited].map((added) => all + added)));
  }
  return totals;
}
