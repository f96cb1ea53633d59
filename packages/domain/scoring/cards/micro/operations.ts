import { steps, wan } from '../../bins.ts';
import type { Dimension } from '../../scorecard.ts';
import { sharedOperations } from '../shared/operations.ts';
import { sharedSales } from '../shared/sales.ts';

/** 经营能力: 300 of 1000, since of the smallest little else is known; steps are those of the smallest classes (C3). */
export const operations = {
  id: 'operations',
  zh: '经营能力',
  en: 'Operations',
  indicators: [
    {
      ...sharedSales.sales,
      bins: steps(
        0,
        [1, 8],
        [wan(2), 15],
        [wan(5), 22],
        [wan(10), 28],
        [wan(30), 36],
        [wan(50), 42],
        [wan(100), 49],
        [wan(300), 55],
        [wan(500), 60],
      ),
      missing: 36,
    },
    {
      ...sharedSales.sales_months,
      bins: steps(0, [1, 6], [3, 12], [6, 20], [9, 29], [11, 36], [12, 40]),
      missing: 24,
    },
    {
      ...sharedSales.sales_recency,
      bins: steps(40, [31, 33], [62, 24], [93, 14], [184, 4], [366, 0]),
      missing: 24,
    },
    {
      ...sharedSales.sales_growth,
      bins: steps(2, [-5000, 8], [-2000, 13], [0, 18], [1000, 22], [3000, 25]),
      missing: 15,
    },
    {
      ...sharedSales.recent_sales,
      bins: steps(0, [500, 4], [1000, 8], [1500, 11], [2000, 15]),
      missing: 9,
    },
    {
      ...sharedSales.sales_volatility,
      bins: steps(20, [4000, 17], [6000, 14], [9000, 11], [14000, 7], [20000, 3]),
      missing: 12,
    },
    {
      ...sharedOperations.customers,
      bins: steps(0, [1, 6], [2, 10], [5, 16], [10, 20], [30, 25]),
      missing: 15,
    },
    {
      ...sharedOperations.largest_customer,
      bins: steps(15, [3000, 13], [5000, 10], [7000, 7], [9000, 4], [9800, 2]),
      missing: 9,
    },
    {
      ...sharedOperations.repeat_customers,
      bins: steps(3, [1000, 8], [3000, 12], [5000, 16], [7500, 20]),
      missing: 12,
    },
    {
      ...sharedOperations.void_sales,
      bins: steps(20, [200, 18], [500, 15], [1000, 10], [1500, 5], [2500, 0]),
      missing: 12,
    },
    {
      ...sharedOperations.red_letter_sales,
      bins: steps(10, [100, 8], [500, 6], [1000, 3], [2000, 0]),
      missing: 6,
    },
    {
      ...sharedOperations.invoice_history,
      bins: steps(2, [6, 5], [12, 7], [24, 10]),
      missing: 6,
    },
  ],
} as const satisfies Dimension;
