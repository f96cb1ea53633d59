import { aucOf } from '#domain/scoring/monitoring/auc';
import type { Outcomes } from '#domain/scoring/monitoring/outcomes';
import { ksOf } from '#domain/scoring/monitoring/separation';
import type { Figures } from './card.ts';

export type Ranking = Pick<Figures, 'rows' | 'bads' | 'auc' | 'aucLow' | 'aucHigh' | 'ks'>;

/** How well points rank a sample; risk falls where points rise. */
export function rankingOf(points: Float64Array, outcomes: Outcomes): Ranking {
  const { auc, low, high } = aucOf(
    points.map((given) => -given),
    outcomes,
  );
  return {
    rows: outcomes.length,
    bads: outcomes.reduce((total, outcome) => total + outcome, 0),
    auc,
    aucLow: low,
    aucHigh: high,
    ks: ksOf(points, outcomes).ks,
  };
}
