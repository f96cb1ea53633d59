import { steps, wan } from '../../bins.ts';
import type { Dimension } from '../../scorecard.ts';
import { sharedRegistration } from '../shared/registration.ts';

/** 基本素质: 160 of 1000. */
export const registration = {
  id: 'registration',
  zh: '基本素质',
  en: 'Registration and stability',
  indicators: [
    {
      ...sharedRegistration.age,
      bins: steps(18, [12, 30], [24, 42], [36, 53], [60, 63], [120, 70]),
      missing: 42,
    },
    {
      ...sharedRegistration.operating,
      bins: [
        { is: [true], points: 60 },
        { is: [false], points: 0 },
      ],
      missing: 36,
    },
    {
      ...sharedRegistration.capital,
      bins: steps(10, [wan(10), 16], [wan(100), 20], [wan(500), 25], [wan(2000), 30]),
      missing: 18,
    },
  ],
} as const satisfies Dimension;
