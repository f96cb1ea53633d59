import { steps, wan } from '../../bins.ts';
import type { Dimension } from '../../scorecard.ts';
import { sharedSales } from '../shared/sales.ts';

/** 开票收入: 500 of 1000. How much, how often, how lately, and where it is going. */
export const sales = {
  id: 'sales',
  zh: '开票收入',
  en: 'Sales',
  indicators: [
    {
      ...sharedSales.sales,
      bins: steps(
        0,
        [1, 16],
        [wan(10), 32],
        [wan(50), 50],
        [wan(100), 66],
        [wan(300), 84],
        [wan(500), 100],
        [wan(1000), 118],
        [wan(3000), 136],
        [wan(10000), 150],
        [wan(40000), 160],
      ),
      missing: 96,
    },
    {
      ...sharedSales.sales_months,
      bins: steps(0, [1, 14], [3, 28], [6, 46], [9, 65], [11, 80], [12, 90]),
      missing: 54,
    },
    {
      ...sharedSales.sales_recency,
      bins: steps(80, [31, 64], [62, 45], [93, 23], [184, 7], [366, 0]),
      missing: 48,
    },
    {
      ...sharedSales.sales_growth,
      bins: steps(4, [-5000, 17], [-2000, 35], [0, 49], [1000, 60], [3000, 70]),
      missing: 42,
    },
    {
      ...sharedSales.recent_sales,
      bins: steps(0, [500, 12], [1000, 20], [1500, 28], [2000, 40]),
      missing: 24,
    },
    {
      ...sharedSales.sales_volatility,
      bins: steps(60, [3000, 52], [5000, 44], [8000, 32], [12000, 20], [18000, 8]),
      missing: 36,
    },
  ],
} as const satisfies Dimension;
