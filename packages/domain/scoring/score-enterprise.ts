import type { Enterprise } from '../enterprise/enterprise.ts';
import type { RecordId } from '../ids.ts';
import { type BasisPoints, basisPoints, shareOf } from '../rate.ts';
import type { BusinessDate } from '../time.ts';
import { type KnownFacts, valuesOf } from './facts.ts';
import {
  type JudgedDimension,
  type JudgedIndicator,
  type Judgement,
  judge,
  total,
} from './judge.ts';
import { reasonsOf } from './reasons.ts';
import type { DimensionPoints, IndicatorPoints, Score } from './score.ts';
import type { Scorecard } from './scorecard.ts';

export { MAX_REASONS } from './reasons.ts';

export type ScoreQuestion = {
  readonly card: Scorecard;
  readonly facts: KnownFacts;
  readonly enterprise: Pick<Enterprise, 'code'>;
  readonly asOf: BusinessDate;
  /** Records against which an objection is open: they count, and are marked where a reason rests on them. */
  readonly disputed?: ReadonlySet<RecordId>;
};

/**
 * Points of a firm by a card: the sum over its dimensions, never above the cap of a veto that holds. The
 * card must be one in which `checkCard` finds no fault.
 */
export function score(question: ScoreQuestion): Score {
  const { card, facts, enterprise, asOf, disputed } = question;
  const judged = judge(card, facts);
  return {
    code: enterprise.code,
    asOf,
    card: { id: card.id, version: card.version },
    points: judged.points,
    grade: judged.grade,
    coverage: coverageOf(judged),
    dimensions: judged.dimensions.map(dimensionPoints),
    vetoes: judged.vetoes.map((veto) => veto.code),
    reasons: reasonsOf(judged, facts, disputed),
    facts: valuesOf(facts),
    ...sizeIn(facts),
  };
}

export function coverageOf({ dimensions }: Judgement): BasisPoints {
  const all = dimensions.flatMap(({ indicators }) => indicators);
  const known = all.filter(({ value }) => value !== undefined);
  return (
    shareOf(total(known.map(({ max }) => max)), total(all.map(({ max }) => max))) ?? basisPoints(0)
  );
}

export function sizeIn(facts: KnownFacts): Pick<Score, 'size'> {
  const size = sizes.find((one) => one === facts.size?.value);
  return size ? { size } : {};
}

const sizes = ['large', 'medium', 'small', 'micro'] as const;

const dimensionPoints = ({
  dimension,
  points,
  max,
  indicators,
}: JudgedDimension): DimensionPoints => ({
  id: dimension.id,
  points,
  max,
  indicators: indicators.map(indicatorPoints),
});

const indicatorPoints = ({ indicator, points, max, value }: JudgedIndicator): IndicatorPoints => ({
  id: indicator.id,
  points,
  max,
  ...(value !== undefined && { value }),
});
