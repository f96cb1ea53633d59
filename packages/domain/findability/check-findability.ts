import { MAX_VALIDITY_DAYS } from '../consent/check-consent.ts';
import { dataCategoryIds } from '../consent/data-categories.ts';
import { badList, outside } from '../product/bounds.ts';
import type { Refusal } from '../refusal.ts';
import { type BusinessDate, daysBetween } from '../time.ts';
import type { FindabilityTerms } from './findability.ts';

/** Banks of a choice at most; who means more means all. */
export const MAX_CHOSEN_BANKS = 100;

/**
 * What a schema cannot say of it on a day. Refusals in order: banks, discloses (required, too_long), until
 * (valid_to_passed; today still counts), until more than MAX_VALIDITY_DAYS ahead (out_of_range).
 */
export const checkFindability = (
  { banks, discloses, until }: FindabilityTerms,
  today: BusinessDate,
): readonly Refusal[] => [
  ...(banks === 'all' ? [] : badList('banks', banks, MAX_CHOSEN_BANKS)),
  ...badList('discloses', discloses, dataCategoryIds.length),
  ...(until < today
    ? [
        {
          code: 'valid_to_passed',
          field: 'until',
          expected: `>= ${today}`,
          actual: until,
        } as const,
      ]
    : outside('until', daysBetween(today, until), { min: 0, max: MAX_VALIDITY_DAYS })),
];
