import type { FactValue } from '../facts.ts';
import { judgeIndicator } from '../judge.ts';
import type { Indicator, Scorecard } from '../scorecard.ts';

/** Attributes of an indicator: its bins in order, other, missing. */
export const attributeCount = ({ bins }: Pick<Indicator, 'bins'>): number => bins.length + 2;

export function attributeOf(indicator: Indicator, value: FactValue | undefined): number {
  const judged = judgeIndicator(indicator, value);
  if (judged.bin) return indicator.bins.indexOf(judged.bin);
  return indicator.bins.length + (judged.value === undefined ? 1 : 0);
}

export const indicatorsOf = ({ dimensions }: Scorecard): readonly Indicator[] =>
  dimensions.flatMap(({ indicators }) => indicators);

const FAIR_GRADE = 'B';

/**
 * Points from which a firm counts as recommended: grade B, which recommended lists take; where a card names its
 * grades otherwise, its second band.
 */
export const recommendedFrom = ({ bands }: Pick<Scorecard, 'bands'>): number =>
  (bands.find(({ grade }) => grade === FAIR_GRADE) ?? bands[1] ?? bands[0])?.from ?? 0;
