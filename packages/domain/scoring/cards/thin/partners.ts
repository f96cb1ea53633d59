import { steps } from '../../bins.ts';
import type { Dimension } from '../../scorecard.ts';
import { sharedOperations } from '../shared/operations.ts';

/** 上下游: 170 of 1000. Whom the firm sells to and buys from. */
export const partners = {
  id: 'partners',
  zh: '上下游',
  en: 'Partners',
  indicators: [
    {
      ...sharedOperations.customers,
      bins: steps(0, [1, 12], [2, 21], [5, 33], [10, 42], [30, 51], [100, 60]),
      missing: 36,
    },
    {
      ...sharedOperations.largest_customer,
      bins: steps(35, [2000, 30], [4000, 23], [6000, 16], [8000, 9], [9500, 2]),
      missing: 21,
    },
    {
      ...sharedOperations.repeat_customers,
      bins: steps(5, [1000, 16], [3000, 24], [5000, 32], [7500, 40]),
      missing: 24,
    },
    {
      ...sharedOperations.suppliers,
      bins: steps(4, [1, 11], [3, 18], [10, 28], [30, 35]),
      missing: 21,
    },
  ],
} as const satisfies Dimension;
