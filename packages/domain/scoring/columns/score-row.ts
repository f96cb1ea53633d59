import { type BasisPoints, basisPoints } from '../../rate.ts';
import type { FactValues } from '../facts.ts';
import { MAX_REASONS } from '../reasons.ts';
import type { CompiledCard } from './compile-card.ts';
import { MAX_PLACES, PLACE_BITS } from './look-up.ts';
import { NO_VETO, type RowReckoned, reckonRow } from './reckon-row.ts';
import { NO_CODES, type RowReason, type RowScore, reasonOf } from './tell-row.ts';

/** One firm by tables, straight from the values of its facts. */
export function scoreRow(compiled: CompiledCard, values: FactValues): RowScore {
  const reckoned = reckonRow(compiled, values);
  const points = pointsOf(reckoned);
  const { vetoes } = reckoned;
  return {
    points,
    grade: gradeOf(compiled, points),
    coverage: coverageOf(compiled, reckoned),
    vetoes: vetoes === NO_VETO ? NO_CODES : vetoes.map(({ code }) => code),
    reasons: tellReasons(compiled, values, reckoned),
  };
}

export function pointsOf({ sum, vetoes }: RowReckoned): number {
  let points = sum;
  for (const { cap } of vetoes) points = Math.min(points, cap);
  return points;
}

export const gradeOf = ({ card, grades }: CompiledCard, points: number): string =>
  card.bands[grades[points] ?? 0]?.grade ?? '';

export const coverageOf = ({ coverage }: CompiledCard, { known }: RowReckoned): BasisPoints =>
  basisPoints(coverage[known] ?? 0);

/** Vetoes first. */
function tellReasons(
  compiled: CompiledCard,
  values: FactValues,
  { sum, vetoes, first, second, third, fourth }: RowReckoned,
): readonly RowReason[] {
  const reasons: RowReason[] = [];
  for (const { code, cap } of vetoes) reasons.push({ code, points: Math.max(0, sum - cap) });
  if (first > 0) reasons.push(tell(compiled, values, first));
  if (second > 0) reasons.push(tell(compiled, values, second));
  if (third > 0) reasons.push(tell(compiled, values, third));
  if (fourth > 0) reasons.push(tell(compiled, values, fourth));
  return reasons.length > MAX_REASONS ? reasons.slice(0, MAX_REASONS) : reasons;
}

function tell(compiled: CompiledCard, values: FactValues, reason: number): RowReason {
  const place = placeOf(reason);
  const fact = compiled.indicators[place]?.fact ?? '';
  const code = compiled.reasons[place] ?? reasonOf(compiled, place, values[fact]);
  return { code, points: reason >> PLACE_BITS };
}

/** The place on the card of whatever gave the reason. */
export const placeOf = (reason: number): number => MAX_PLACES - 1 - (reason & (MAX_PLACES - 1));
