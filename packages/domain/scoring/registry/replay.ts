import type { RecordId, UnifiedCode } from '../../ids.ts';
import type { BusinessDate } from '../../time.ts';
import type { KnownFacts } from '../facts.ts';
import type { Score } from '../score.ts';
import { score } from '../score-enterprise.ts';
import type { Scorecard } from '../scorecard.ts';
import { type SegmentScheme, segmentOf } from '../segments.ts';
import type { PastScore } from './past-score.ts';

/**
 * All that a score was reckoned from besides its card. It is plain JSON: neither records, nor the calendar, nor
 * the readers of facts are asked again.
 */
export type ScoreBasis = {
  readonly code: UnifiedCode;
  readonly asOf: BusinessDate;
  readonly facts: KnownFacts;
  /** In order. */
  readonly disputed: readonly RecordId[];
};

/** The score as it was told, to the byte, by the card that it names. */
export const replay = ({ code, asOf, facts, disputed }: ScoreBasis, card: Scorecard): Score =>
  score({ card, facts, enterprise: { code }, asOf, disputed: new Set(disputed) });

/** Whether the scheme chooses the very card, by the very rule, that scored the firm then. */
export function choosesAgain(
  { basis, segment, card }: Pick<PastScore, 'basis' | 'segment' | 'card'>,
  scheme: SegmentScheme,
): boolean {
  const rule = segmentOf((fact) => basis.facts[fact]?.value, scheme);
  return rule !== undefined && rule.id === segment?.id && rule.card === card.id;
}
