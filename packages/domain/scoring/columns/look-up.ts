import { maximumOf } from '../bins.ts';
import type { FactDefinition } from '../fact-definition.ts';
import { type FactValue, factDefinitions } from '../facts.ts';
import { type JudgedIndicator, judgeIndicator } from '../judge.ts';
import { reasonCodeOf } from '../reasons.ts';
import type { Dimension, Indicator, Scorecard, Veto } from '../scorecard.ts';

/** What stands in a column of whole numbers where nothing is known, and where a value suits no number. */
export const UNKNOWN = -(2 ** 30);
export const OTHER = UNKNOWN + 1;
/** Every step of a table of whole numbers lies nearer to zero. */
export const MAX_WHOLE = 2 ** 30;
/** A value that no bin speaks of. */
export const NO_BIN = '\u0000';
/** Entries of a table that is asked by the value itself. */
const MAX_DIRECT = 2 ** 16;

/**
 * One attribute in 28 bits: known (1) · points (10) · points lost (10) · 127 − place on the card (7). The lower 17
 * are a reason: the greater, the more it took, ties by place; 0 is none. What a veto takes stands beside, marked by
 * a bit of its own, with the veto's place.
 */
export const POINT_BITS = 17;
export const KNOWN_BIT = 27;
export const VETO_BIT = 1 << POINT_BITS;
export const REASON_MASK = (1 << POINT_BITS) - 1;
export const PLACE_BITS = 7;
export const MAX_PLACES = 2 ** PLACE_BITS;
export const MAX_TEN_BITS = 2 ** 10 - 1;

/** How the values of a fact stand in its column. */
export type Coding =
  | { readonly kind: 'whole' }
  | { readonly kind: 'number' }
  | { readonly kind: 'choice'; readonly codes: ReadonlyMap<FactValue, number> };

/**
 * Attributes of an indicator by value: `first` is the least value that has an entry of its own. The last two
 * entries are those of UNKNOWN and of OTHER.
 */
export type LookUp = {
  readonly place: number;
  readonly fact: string;
  readonly max: number;
  /** The greatest reason that it may give. */
  readonly worst: number;
  readonly unknown: number;
  readonly other: number;
  /** Of a choice, the place of each value. */
  readonly codes: ReadonlyMap<FactValue, number> | undefined;
  /** Places of those values that are a veto, which tells of the fact in the indicator's stead. */
  readonly told: readonly number[];
} & (
  | { readonly kind: 'direct'; readonly first: number; readonly packed: Int32Array }
  | { readonly kind: 'cuts'; readonly cuts: Float64Array; readonly packed: Int32Array }
);

/** How a fact is coded for all indicators and vetoes of a card. */
export function codingOf(card: Scorecard, fact: string): Coding {
  const indicators = card.dimensions
    .flatMap((dimension) => dimension.indicators)
    .filter((one) => one.fact === fact);
  const named = indicators.flatMap(({ bins }) =>
    bins.flatMap((bin) => ('is' in bin ? bin.is : [])),
  );
  const definition = definitionOf(card, fact);
  const isChoice = definition?.type === 'choice' || definition?.type === 'boolean';
  if (named.length > 0 || isChoice) {
    const vetoes = card.vetoes.filter((veto) => veto.fact === fact).map(({ is }) => is);
    const values = new Set<FactValue>([...choicesOf(definition), ...named, ...vetoes]);
    return { kind: 'choice', codes: new Map([...values].map((value, code) => [value, code])) };
  }
  const whole =
    definition !== undefined &&
    definition.type !== 'money' &&
    indicators.flatMap(cutsOf).every((cut) => Number.isInteger(cut) && Math.abs(cut) < MAX_WHOLE);
  return { kind: whole ? 'whole' : 'number' };
}

function definitionOf(card: Scorecard, fact: string): FactDefinition | undefined {
  const all: Readonly<Record<string, FactDefinition | undefined>> = {
    ...card.facts,
    ...factDefinitions,
  };
  return all[fact];
}

const choicesOf = (definition: FactDefinition | undefined): readonly FactValue[] =>
  definition?.type === 'choice' ? definition.choices : [];

const cutsOf = ({ bins }: Indicator): readonly number[] =>
  [
    ...new Set(
      bins
        .flatMap((bin) => ('is' in bin ? [] : [bin.from, bin.to]))
        .filter((cut) => cut !== undefined),
    ),
  ].sort((a, b) => a - b);

/** The table of an indicator, every entry of it given by the plain engine. */
export function lookUpOf(
  dimension: Dimension,
  indicator: Indicator,
  at: {
    readonly place: number;
    readonly coding: Coding;
    readonly vetoes: readonly Veto[];
  },
): LookUp {
  const { place, coding } = at;
  const packedOf = (value: FactValue | undefined) =>
    pack(dimension, judgeIndicator(indicator, value), place);
  const table = tableOf(indicator, coding, packedOf);
  const unknown = packedOf(undefined);
  const other = packedOf(NO_BIN);
  const packed = Int32Array.of(...table.packed, unknown, other);
  const worst = Math.max(...packed.map((one) => one & REASON_MASK));
  const { max } = judgeIndicator(indicator, undefined);
  const codes = coding.kind === 'choice' ? coding.codes : undefined;
  const { fact } = indicator;
  const told = at.vetoes.flatMap((veto) => (veto.fact === fact ? (codes?.get(veto.is) ?? []) : []));
  return { place, fact, max, worst, unknown, other, codes, told, ...table, packed };
}

type Table =
  | { readonly kind: 'direct'; readonly first: number; readonly packed: Int32Array }
  | { readonly kind: 'cuts'; readonly cuts: Float64Array; readonly packed: Int32Array };

function tableOf(
  indicator: Indicator,
  coding: Coding,
  packedOf: (value: FactValue) => number,
): Table {
  if (coding.kind === 'choice')
    return {
      kind: 'direct',
      first: 0,
      packed: Int32Array.from([...coding.codes.keys()], packedOf),
    };
  const cuts = cutsOf(indicator);
  const [low = 0, high = low] = [cuts.at(0), cuts.at(-1)];
  if (coding.kind === 'number' || high - low > MAX_DIRECT)
    return {
      kind: 'cuts',
      cuts: Float64Array.from(cuts),
      packed: Int32Array.from([low - 1, ...cuts], packedOf),
    };
  const packed = new Int32Array(high - low + 2).fill(packedOf(low - 1));
  for (const cut of cuts) packed.fill(packedOf(cut), cut - low + 1);
  return { kind: 'direct', first: low - 1, packed };
}

/** What the total gains where the dimension has room for all of it: the kernel looks after caps. */
function pack(dimension: Dimension, judged: JudgedIndicator, place: number): number {
  const { indicator, points, max, value } = judged;
  const bonus = dimension.limit?.kind === 'bonus';
  const lost =
    bonus || reasonCodeOf(judged) === undefined
      ? 0
      : Math.max(0, (indicator.baseline ?? max) - points);
  const reason = lost === 0 ? 0 : (lost << PLACE_BITS) | (MAX_PLACES - 1 - place);
  return ((value === undefined ? 0 : 1) << KNOWN_BIT) | (points << POINT_BITS) | reason;
}

/** Whether the dimension may have no room for what its indicators give. */
export const isCapped = ({ limit, indicators }: Dimension): boolean =>
  limit?.kind === 'cap' &&
  limit.points <
    indicators.reduce(
      (all, one) => all + Math.max(maximumOf(one), one.missing, one.baseline ?? 0),
      0,
    );
