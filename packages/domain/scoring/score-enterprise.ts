import type { Enterprise } from '../enterprise/enterprise.ts';
import { sizeOf } from '../enterprise/size.ts';
import type { RecordId } from '../ids.ts';
import { fen } from '../money.ts';
import { basisPoints, shareOf } from '../rate.ts';
import type { BusinessDate } from '../time.ts';
import { maximumOf } from './bins.ts';
import { type FactName, type Facts, type FactValue, factNames } from './facts.ts';
import type { DimensionPoints, IndicatorPoints, Score, ScoreReason } from './score.ts';
import type { Bin, Indicator, Scorecard, Veto } from './scorecard.ts';

/** Customary in notices of refusal (domain.md D4). */
export const MAX_REASONS = 4;

const NONE: ReadonlySet<RecordId> = new Set();

export type ScoreQuestion = {
  readonly card: Scorecard;
  readonly facts: Facts;
  readonly enterprise: Pick<Enterprise, 'code' | 'industry'>;
  readonly asOf: BusinessDate;
  /** Records against which an objection is open: they count, and are marked where a reason rests on them. */
  readonly disputed?: ReadonlySet<RecordId>;
};

/**
 * Points of a firm by a card: the sum over its indicators, never above the cap of a veto that holds. The
 * card must be one in which `checkCard` finds no fault.
 */
export function score(question: ScoreQuestion): Score {
  const { card, facts, enterprise, asOf, disputed = NONE } = question;
  const judged = card.dimensions.map((dimension) => ({
    id: dimension.id,
    indicators: dimension.indicators.map((indicator) => judge(indicator, facts)),
  }));
  const all = judged.flatMap((dimension) => dimension.indicators);
  const vetoes = card.vetoes.filter((veto) => facts[veto.fact]?.value === veto.is);
  const sum = total(all.map(({ points }) => points));
  const points = Math.min(sum, ...vetoes.map((veto) => veto.cap));
  const known = all.filter((one) => one.value !== undefined);
  const size = sizeOfFacts(facts, enterprise);
  return {
    code: enterprise.code,
    asOf,
    card: { id: card.id, version: card.version },
    points,
    grade: card.bands.find((band) => points >= band.from)?.grade ?? '',
    coverage:
      shareOf(total(known.map(({ max }) => max)), total(all.map(({ max }) => max))) ??
      basisPoints(0),
    dimensions: judged.map(dimensionPoints),
    vetoes: vetoes.map((veto) => veto.code),
    reasons: reasonsOf({ sum, vetoes, judged: all, facts, disputed }),
    facts: valuesOf(facts),
    ...(size && { size }),
  };
}

type Judged = {
  readonly indicator: Indicator;
  readonly points: number;
  readonly max: number;
  readonly value: FactValue | undefined;
};

/** A value that no bin speaks of is as good as not known. */
function judge(indicator: Indicator, facts: Facts): Judged {
  const value = facts[indicator.fact]?.value;
  const bin = value === undefined ? undefined : indicator.bins.find((one) => holds(one, value));
  const max = maximumOf(indicator);
  return bin
    ? { indicator, points: bin.points, max, value }
    : { indicator, points: indicator.missing, max, value: undefined };
}

function holds(bin: Bin, value: FactValue): boolean {
  if ('is' in bin) return bin.is.some((choice) => choice === value);
  return (
    typeof value === 'number' &&
    (bin.from === undefined || value >= bin.from) &&
    (bin.to === undefined || value < bin.to)
  );
}

const dimensionPoints = (dimension: {
  readonly id: string;
  readonly indicators: readonly Judged[];
}): DimensionPoints => ({
  id: dimension.id,
  points: total(dimension.indicators.map(({ points }) => points)),
  max: total(dimension.indicators.map(({ max }) => max)),
  indicators: dimension.indicators.map(
    ({ indicator: { id }, points, max, value }): IndicatorPoints => ({
      id,
      points,
      max,
      ...(value !== undefined && { value }),
    }),
  ),
});

/**
 * Vetoes first, then the known indicators that lost most against their maximum, ties in the card's order.
 * What nobody knows is never a reason, and what a veto has said is not said twice.
 */
function reasonsOf(decided: {
  readonly sum: number;
  readonly vetoes: readonly Veto[];
  readonly judged: readonly Judged[];
  readonly facts: Facts;
  readonly disputed: ReadonlySet<RecordId>;
}): readonly ScoreReason[] {
  const { sum, vetoes, judged, facts, disputed } = decided;
  const told = new Set<FactName>(vetoes.map((veto) => veto.fact));
  const lost = judged
    .filter(({ indicator, value }) => value !== undefined && !told.has(indicator.fact))
    .map(({ indicator, points, max }) => reason(indicator.reason, max - points, indicator.fact))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points);
  function reason(code: string, points: number, fact: FactName): ScoreReason {
    const records = facts[fact]?.evidence ?? [];
    const contested = records.filter((record) => disputed.has(record));
    return { code, points, records, ...(contested.length > 0 && { disputed: contested }) };
  }
  return [
    ...vetoes.map((veto) => reason(veto.code, Math.max(0, sum - veto.cap), veto.fact)),
    ...lost,
  ].slice(0, MAX_REASONS);
}

/** Insured people stand for 从业人员, invoiced sales for 营业收入; nobody delivers total assets. */
function sizeOfFacts(facts: Facts, { industry }: Pick<Enterprise, 'industry'>) {
  const employees = numberOf(facts, 'insured_headcount');
  const revenue = numberOf(facts, 'sales_12m_fen');
  return sizeOf({
    ...(industry !== undefined && { industry }),
    ...(employees !== undefined && { employees }),
    ...(revenue !== undefined && { revenue: fen(revenue) }),
  }).size;
}

function numberOf(facts: Facts, name: FactName): number | undefined {
  const value = facts[name]?.value;
  return typeof value === 'number' ? value : undefined;
}

/** In the order of the names, so that the same facts are the same JSON. */
const valuesOf = (facts: Facts): Score['facts'] =>
  Object.fromEntries(
    factNames.flatMap((name) => {
      const value = facts[name]?.value;
      return value === undefined ? [] : [[name, value]];
    }),
  );

const total = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0);
