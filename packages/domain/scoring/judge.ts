import { maximumOf, mostOf, withinLimit } from './bins.ts';
import type { FactValue, KnownFacts } from './facts.ts';
import type { Bin, Dimension, Indicator, Scorecard, Veto } from './scorecard.ts';

/** An indicator as it turned out for a firm. */
export type JudgedIndicator = {
  readonly indicator: Indicator;
  readonly points: number;
  readonly max: number;
  /** Undefined where the fact is not known. */
  readonly value: FactValue | undefined;
  readonly bin: Bin | undefined;
};

export type JudgedDimension = {
  readonly dimension: Dimension;
  readonly indicators: readonly JudgedIndicator[];
  /** Before and after its limit. */
  readonly sum: number;
  readonly points: number;
  readonly max: number;
};

export type Judgement = {
  readonly dimensions: readonly JudgedDimension[];
  /** Those that hold. */
  readonly vetoes: readonly Veto[];
  /** Before and after the vetoes. */
  readonly sum: number;
  readonly points: number;
  readonly grade: string;
};

/** Points of facts by a card in which `checkCard` finds no fault; '' as grade where no band reaches so low. */
export function judge(card: Scorecard, facts: KnownFacts): Judgement {
  const dimensions = card.dimensions.map((dimension) => judgeDimension(dimension, facts));
  const vetoes = card.vetoes.filter((veto) => facts[veto.fact]?.value === veto.is);
  const sum = (card.initial ?? 0) + total(dimensions.map(({ points }) => points));
  const points = Math.min(sum, ...vetoes.map(({ cap }) => cap));
  const grade = card.bands.find(({ from }) => points >= from)?.grade ?? '';
  return { dimensions, vetoes, sum, points, grade };
}

function judgeDimension(dimension: Dimension, facts: KnownFacts): JudgedDimension {
  const indicators = dimension.indicators.map((indicator) =>
    judgeIndicator(indicator, facts[indicator.fact]?.value),
  );
  const sum = total(indicators.map(({ points }) => points));
  return {
    dimension,
    indicators,
    sum,
    points: withinLimit(dimension, sum),
    max: mostOf(dimension),
  };
}

/** A value that no bin speaks of gives `other`, and is as good as not known where the card has none. */
export function judgeIndicator(
  indicator: Indicator,
  value: FactValue | undefined,
): JudgedIndicator {
  const max = maximumOf(indicator);
  const missing = { indicator, points: indicator.missing, max, value: undefined, bin: undefined };
  if (value === undefined) return missing;
  const bin = indicator.bins.find((one) => holds(one, value));
  if (bin) return { indicator, points: bin.points, max, value, bin };
  return indicator.other === undefined
    ? missing
    : { indicator, points: indicator.other, max, value, bin };
}

function holds(bin: Bin, value: FactValue): boolean {
  if ('is' in bin) return bin.is.some((choice) => choice === value);
  return (
    typeof value === 'number' &&
    (bin.from === undefined || value >= bin.from) &&
    (bin.to === undefined || value < bin.to)
  );
}

export const total = (amounts: readonly number[]): number =>
  amounts.reduce((all, amount) => all + amount, 0);
