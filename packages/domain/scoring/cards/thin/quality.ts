import { steps } from '../../bins.ts';
import type { Dimension } from '../../scorecard.ts';
import { sharedOperations } from '../shared/operations.ts';

/** 发票质量: 170 of 1000. How far the invoices can be believed, and what they leave. */
export const quality = {
  id: 'quality',
  zh: '发票质量',
  en: 'Quality of invoices',
  indicators: [
    {
      ...sharedOperations.void_sales,
      bins: steps(60, [100, 54], [300, 45], [600, 36], [1000, 24], [1500, 12], [2500, 0]),
      missing: 36,
    },
    {
      ...sharedOperations.red_letter_sales,
      bins: steps(30, [100, 24], [500, 18], [1000, 9], [2000, 0]),
      missing: 18,
    },
    {
      ...sharedOperations.margin,
      bins: steps(0, [-2000, 9], [0, 15], [500, 21], [1500, 30]),
      missing: 18,
    },
    {
      ...sharedOperations.invoice_history,
      bins: steps(5, [6, 20], [12, 30], [24, 50]),
      missing: 30,
    },
  ],
} as const satisfies Dimension;
