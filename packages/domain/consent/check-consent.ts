import { badList, outside } from '../product/bounds.ts';
import type { Refusal } from '../refusal.ts';
import { type BusinessDate, daysBetween } from '../time.ts';
import type { ConsentTerms } from './consent.ts';
import { dataCategoryIds } from './data-categories.ts';

/** Days from the first to the last at most: a consent without an end is none (PIPL Art. 14, 19; ours). */
export const MAX_VALIDITY_DAYS = 366;
/** Both ends included. */
export const readLimits = { min: 1, max: 1000 } as const;
export const windowLimits = { min: 1, max: 366 } as const;
/** Five years, as long as banks keep what they decided upon. */
export const dataLifeLimits = { min: 1, max: 1827 } as const;

/**
 * What a schema cannot say of a consent on a day. Refusals in order: recipient (not_in_list), categories
 * (required), validUntil (valid_to_passed; its last day still counts), validUntil before validFrom or too long
 * after it, frequency.reads, frequency.days, dataLifeDays (out_of_range).
 */
export const checkConsent = (terms: ConsentTerms, today: BusinessDate): readonly Refusal[] => [
  ...noBank(terms),
  ...badList('categories', terms.categories, dataCategoryIds.length),
  ...passed(terms, today),
  ...outside('validUntil', daysBetween(terms.validFrom, terms.validUntil), {
    min: 0,
    max: MAX_VALIDITY_DAYS,
  }),
  ...outside('frequency.reads', terms.frequency.reads, readLimits),
  ...outside('frequency.days', terms.frequency.days, windowLimits),
  ...outside('dataLifeDays', terms.dataLifeDays, dataLifeLimits),
];

const noBank = ({ recipient }: ConsentTerms): Refusal[] =>
  recipient.kind === 'bank'
    ? []
    : [{ code: 'not_in_list', field: 'recipient', expected: 'bank', actual: recipient.kind }];

const passed = ({ validUntil }: ConsentTerms, today: BusinessDate): Refusal[] =>
  validUntil >= today
    ? []
    : [
        {
          code: 'valid_to_passed',
          field: 'validUntil',
          expected: `>= ${today}`,
          actual: validUntil,
        },
      ];
