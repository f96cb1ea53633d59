import type { RecordId } from '../ids.ts';
import { withinLimit } from './bins.ts';
import type { KnownFacts } from './facts.ts';
import type { JudgedDimension, JudgedIndicator, Judgement } from './judge.ts';
import type { ScoreReason } from './score.ts';

/** Customary in notices of refusal (domain.md D4). */
export const MAX_REASONS = 4;

const NONE: ReadonlySet<RecordId> = new Set();

/**
 * The principal reasons: vetoes first, in the card's order, each with what its cap takes; then the indicators
 * by how much the total would rise before vetoes if that one alone were at its baseline (its most, unless the
 * card tells another), the greatest first, ties in the card's order. What nobody knows is a reason only where
 * the card has one for it; what lies in a dimension that only adds, or what a veto has said, never is.
 */
export function reasonsOf(
  { dimensions, vetoes, sum }: Judgement,
  facts: KnownFacts,
  disputed?: ReadonlySet<RecordId>,
): readonly ScoreReason[] {
  const vetoed = new Set(vetoes.map(({ fact }) => fact));
  const told = because(facts, disputed);
  const lost = dimensions
    .flatMap((dimension) =>
      dimension.indicators.map((one) => ({ one, points: gainOf(dimension, one) })),
    )
    .filter(({ one, points }) => points > 0 && !vetoed.has(one.indicator.fact))
    .flatMap(({ one, points }) => {
      const code = reasonCodeOf(one);
      return code === undefined ? [] : [told(code, points, one.indicator.fact)];
    })
    .toSorted((a, b) => b.points - a.points);
  return [
    ...vetoes.map((veto) => told(veto.code, Math.max(0, sum - veto.cap), veto.fact)),
    ...lost,
  ].slice(0, MAX_REASONS);
}

/** A reason with the records behind its fact. */
export const because =
  (facts: KnownFacts, disputed: ReadonlySet<RecordId> = NONE) =>
  (code: string, points: number, fact: string): ScoreReason => {
    const records = facts[fact]?.evidence ?? [];
    const contested = records.filter((record) => disputed.has(record));
    return { code, points, records, ...(contested.length > 0 && { disputed: contested }) };
  };

function gainOf({ dimension, sum }: JudgedDimension, one: JudgedIndicator): number {
  if (dimension.limit?.kind === 'bonus') return 0;
  const best = one.indicator.baseline ?? one.max;
  return withinLimit(dimension, sum - one.points + best) - withinLimit(dimension, sum);
}

/** Undefined where nothing is known and the card has no reason for that. */
export const reasonCodeOf = ({ indicator, value, bin }: JudgedIndicator): string | undefined =>
  value === undefined ? indicator.missingReason?.code : (bin?.reason?.code ?? indicator.reason);
