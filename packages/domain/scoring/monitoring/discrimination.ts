import { aucOf } from './auc.ts';
import type { Outcomes } from './outcomes.ts';
import { ksOf } from './separation.ts';

/** Fewer of either outcome say too little. */
export const MIN_REPORTED = 10;

export type Discrimination =
  | { readonly status: 'too_few'; readonly goods: number; readonly bads: number }
  | {
      readonly status: 'measured';
      readonly goods: number;
      readonly bads: number;
      readonly auc: number;
      readonly aucLow: number;
      readonly aucHigh: number;
      readonly ks: number;
    };

/** How well points told what banks reported afterwards. */
export function discriminationOf(points: readonly number[], outcomes: Outcomes): Discrimination {
  const bads = outcomes.reduce((total, outcome) => total + outcome, 0);
  const goods = outcomes.length - bads;
  if (Math.min(goods, bads) < MIN_REPORTED) return { status: 'too_few', goods, bads };
  const { auc, low, high } = aucOf(
    points.map((given) => -given),
    outcomes,
  );
  const { ks } = ksOf(points, outcomes);
  return { status: 'measured', goods, bads, auc, aucLow: low, aucHigh: high, ks };
}
