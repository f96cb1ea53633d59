import { type BasisPoints, basisPoints, shareOf, WHOLE } from '../rate.ts';
import { type QualityDefinition, type QualityFigure, qualityFigures } from './definition.ts';
import type { Figures, Gap, WeakPoint } from './quality-table.ts';
import { largestLoss, type Sum } from './sum.ts';

type Share = { readonly part: number; readonly whole: number };

/** What was added up as rates, against the targets of a definition. */
export function figuresOf(sum: Sum, definition: QualityDefinition): Figures {
  const rows = sum.counts.delivered;
  const shares: Readonly<Record<QualityFigure, Share>> = {
    timely: { part: sum.timely, whole: definition.timely === undefined ? 0 : rows },
    stored: { part: sum.stored, whole: rows },
    compliant: { part: sum.compliant, whole: rows },
    reported: { part: sum.met, whole: sum.due },
  };
  const missed = missedOf(shares, definition);
  const weakest = weakestOf(sum, missed);
  return {
    counts: sum.counts,
    ...(definition.timely && { timely: sum.timely }),
    stored: sum.stored,
    compliant: sum.compliant,
    ...(sum.due > 0 && { due: sum.due, met: sum.met }),
    rates: Object.fromEntries(
      qualityFigures.flatMap((figure) => {
        const rate = rateOf(shares[figure]);
        return rate === undefined ? [] : [[figure, rate]];
      }),
    ),
    missed,
    ...(weakest && { weakest }),
  };
}

/** Half up as offices round (四舍五入), save that not all never reads as 100 %. */
function rateOf({ part, whole }: Share): BasisPoints | undefined {
  const rate = shareOf(part, whole);
  return rate === WHOLE && part < whole ? basisPoints(WHOLE - 1) : rate;
}

/** A target is missed by the counts, not by the rounded rate: 97.996 % is not 98 %. */
function missedOf(
  shares: Readonly<Record<QualityFigure, Share>>,
  { targets }: QualityDefinition,
): readonly Gap[] {
  return qualityFigures
    .flatMap((figure): readonly Gap[] => {
      const { part, whole } = shares[figure];
      const target = targets[figure];
      const actual = rateOf(shares[figure]);
      if (target === undefined || actual === undefined || part * WHOLE >= target * whole) return [];
      return [{ figure, target, actual, gap: basisPoints(Math.max(1, target - actual)) }];
    })
    .sort((left, right) => right.gap - left.gap);
}

function weakestOf(sum: Sum, [widest]: readonly Gap[]): WeakPoint | undefined {
  const loss = widest && largestLoss(sum, widest.figure);
  return loss && { ...loss, ...widest };
}
