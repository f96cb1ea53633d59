import { steps, wan } from '../../bins.ts';
import type { Indicator } from '../../scorecard.ts';
import { sharedSales } from '../shared/sales.ts';

/** 开票收入 of domain.md D1: how much, how often, how lately, and where it is going. */
export const sales = [
  {
    ...sharedSales.sales,
    bins: steps(
      0,
      [1, 4],
      [wan(10), 8],
      [wan(50), 12],
      [wan(100), 16],
      [wan(300), 21],
      [wan(500), 25],
      [wan(1000), 29],
      [wan(3000), 34],
      [wan(10000), 37],
      [wan(40000), 40],
    ),
    missing: 24,
  },
  {
    ...sharedSales.sales_months,
    bins: steps(0, [1, 3], [3, 6], [6, 10], [9, 14], [11, 18], [12, 20]),
    missing: 12,
  },
  {
    ...sharedSales.sales_recency,
    bins: steps(20, [31, 16], [62, 11], [93, 6], [184, 2], [366, 0]),
    missing: 12,
  },
  {
    ...sharedSales.sales_growth,
    bins: steps(1, [-5000, 4], [-2000, 7], [0, 10], [1000, 13], [3000, 15]),
    missing: 9,
  },
  {
    ...sharedSales.recent_sales,
    bins: steps(0, [500, 2], [1000, 4], [1500, 6], [2000, 8]),
    missing: 5,
  },
  {
    ...sharedSales.sales_volatility,
    bins: steps(12, [3000, 10], [5000, 9], [8000, 6], [12000, 4], [18000, 2]),
    missing: 7,
  },
] as const satisfies readonly Indicator[];
