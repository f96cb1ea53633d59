import { steps, wan } from '../../bins.ts';
import type { Dimension } from '../../scorecard.ts';
import { sharedCourts } from '../shared/courts.ts';

/** 司法与关联: 110 of 1000. Unknown harm stands a little below clean. */
export const courts = {
  id: 'courts',
  zh: '司法与关联',
  en: 'Courts and claims',
  indicators: [
    {
      ...sharedCourts.dishonest_debtor,
      bins: [
        { is: [false], points: 45 },
        { is: [true], points: 0 },
      ],
      missing: 40,
    },
    {
      ...sharedCourts.judgment_debts,
      bins: steps(30, [1, 15], [2, 6], [3, 0]),
      missing: 26,
    },
    {
      ...sharedCourts.judgment_debt_amount,
      bins: steps(25, [1, 16], [wan(5), 9], [wan(30), 3], [wan(200), 0]),
      missing: 22,
    },
    {
      ...sharedCourts.lawsuits_lost,
      bins: steps(10, [1, 6], [2, 3], [5, 0]),
      missing: 9,
    },
  ],
} as const satisfies Dimension;
