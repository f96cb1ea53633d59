import { steps, wan } from '../../bins.ts';
import type { Dimension } from '../../scorecard.ts';
import { sharedPerformance } from '../shared/performance.ts';

/** 履约: 230 of 1000. Unknown harm stands a little below clean. */
export const performance = {
  id: 'performance',
  zh: '履约',
  en: 'Performance',
  indicators: [
    {
      ...sharedPerformance.tax_grade,
      bins: [
        { is: ['A'], points: 70 },
        { is: ['B'], points: 60 },
        { is: ['M'], points: 50 },
        { is: ['C'], points: 25 },
        { is: ['D'], points: 0 },
      ],
      missing: 42,
    },
    {
      ...sharedPerformance.tax_arrears,
      bins: steps(50, [1, 30], [wan(1), 20], [wan(5), 10], [wan(50), 0]),
      missing: 44,
    },
    {
      ...sharedPerformance.tax_abnormal,
      bins: [
        { is: [false], points: 25 },
        { is: [true], points: 0 },
      ],
      missing: 22,
    },
    {
      ...sharedPerformance.insured_months,
      bins: steps(5, [3, 11], [6, 16], [9, 20], [11, 23], [12, 25]),
      missing: 15,
    },
    {
      ...sharedPerformance.utility_arrears,
      bins: steps(25, [1, 14], [wan(1), 6], [wan(10), 0]),
      missing: 22,
    },
    {
      ...sharedPerformance.wage_arrears,
      bins: steps(20, [1, 6], [2, 0]),
      missing: 18,
    },
    {
      ...sharedPerformance.commitments_broken,
      bins: steps(15, [1, 5], [2, 0]),
      missing: 13,
    },
  ],
} as const satisfies Dimension;
