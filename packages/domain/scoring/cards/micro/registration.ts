import { steps, wan } from '../../bins.ts';
import type { Dimension } from '../../scorecard.ts';
import { sharedRegistration } from '../shared/registration.ts';

/** 基本素质: 130 of 1000. A sole proprietor is not held against itself: the form is not asked. */
export const registration = {
  id: 'registration',
  zh: '基本素质',
  en: 'Registration and stability',
  indicators: [
    {
      ...sharedRegistration.age,
      bins: steps(15, [6, 25], [12, 34], [24, 43], [36, 50], [60, 55], [120, 60]),
      missing: 36,
    },
    {
      ...sharedRegistration.operating,
      bins: [
        { is: [true], points: 40 },
        { is: [false], points: 0 },
      ],
      missing: 24,
    },
    {
      ...sharedRegistration.registration_changes,
      bins: steps(15, [1, 13], [3, 9], [5, 4], [8, 0]),
      missing: 13,
    },
    {
      ...sharedRegistration.capital,
      bins: steps(7, [wan(1), 9], [wan(10), 11], [wan(50), 13], [wan(100), 15]),
      missing: 9,
    },
  ],
} as const satisfies Dimension;
