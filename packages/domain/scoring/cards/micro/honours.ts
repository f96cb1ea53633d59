import { steps } from '../../bins.ts';
import type { Dimension } from '../../scorecard.ts';
import { sharedHonours } from '../shared/honours.ts';

/** 创新荣誉: a bonus of at most 40 of 1000. Nobody lacks it. */
export const honours = {
  id: 'honours',
  zh: '创新荣誉',
  en: 'Innovation and honours',
  limit: { kind: 'bonus', points: 40 },
  indicators: [
    {
      ...sharedHonours.honours,
      bins: steps(0, [1, 12], [2, 16]),
      missing: 0,
    },
    {
      ...sharedHonours.high_level_honours,
      bins: steps(0, [1, 16]),
      missing: 0,
    },
    {
      ...sharedHonours.trademarks,
      bins: steps(0, [1, 8]),
      missing: 0,
    },
    {
      ...sharedHonours.demonstration,
      bins: steps(0, [1, 8]),
      missing: 0,
    },
    {
      ...sharedHonours.qualifications,
      bins: steps(0, [1, 8]),
      missing: 0,
    },
  ],
} as const satisfies Dimension;
