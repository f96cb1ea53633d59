import { steps, wan } from '../../bins.ts';
import type { Dimension } from '../../scorecard.ts';
import { sharedCompliance } from '../shared/compliance.ts';
import { sharedPenalties } from '../shared/penalties.ts';

/** 守法合规: 190 of 1000. Unknown harm stands a little below clean. */
export const compliance = {
  id: 'compliance',
  zh: '守法合规',
  en: 'Compliance',
  indicators: [
    {
      ...sharedPenalties.minor_penalties,
      bins: steps(15, [1, 12], [2, 8], [3, 4]),
      missing: 13,
    },
    {
      ...sharedPenalties.general_penalties,
      bins: steps(35, [1, 20], [2, 9], [3, 0]),
      missing: 31,
    },
    {
      ...sharedPenalties.serious_penalties,
      bins: steps(45, [1, 12], [2, 0]),
      missing: 40,
    },
    {
      ...sharedPenalties.penalty_amount,
      bins: steps(20, [1, 15], [wan(1), 9], [wan(5), 4], [wan(20), 0]),
      missing: 18,
    },
    {
      ...sharedPenalties.penalty_weight,
      bins: steps(35, [1, 30], [150, 23], [350, 16], [800, 7], [1500, 0]),
      missing: 31,
    },
    {
      ...sharedCompliance.abnormal_operation,
      bins: [
        { is: [false], points: 20 },
        { is: [true], points: 0 },
      ],
      missing: 18,
    },
    {
      ...sharedCompliance.attention,
      bins: [
        { is: [false], points: 10 },
        { is: [true], points: 0 },
      ],
      missing: 9,
    },
    {
      ...sharedCompliance.inspections_failed,
      bins: steps(10, [1, 5], [2, 2], [3, 0]),
      missing: 9,
    },
  ],
} as const satisfies Dimension;
