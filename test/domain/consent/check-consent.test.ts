import { expect, test } from 'vitest';
import { checkConsent } from '#domain/consent/check-consent';
import { consentDiffers } from '#domain/consent/consent-differs';
import { deleteByOf } from '#domain/consent/data-life';
import { addDays } from '#domain/time';
import { instant, NOW, TODAY } from '#test/support/builders';
import { someTerms } from '#test/support/consents';
import { OTHER_FIRM } from '#test/support/slice';

const yesterday = addDays(TODAY, -1);

/** Everything is wrong at first; each line mends one fault more. */
const faults = {
  recipient: { kind: 'firm', organisation: OTHER_FIRM },
  categories: [],
  validFrom: addDays(TODAY, 3),
  validUntil: yesterday,
  frequency: { reads: 0, days: 367 },
  dataLifeDays: 0,
} as const;
const { recipient: _, ...fromCategories } = faults;
const { categories: __, ...fromDays } = fromCategories;
const { validFrom: ___, validUntil: ____, ...fromFrequency } = fromDays;
test.each([
  ['recipient', 'not_in_list', faults],
  ['categories', 'required', fromCategories],
  ['validUntil', 'valid_to_passed', fromDays],
  ['validUntil', 'out_of_range', { ...fromDays, validUntil: addDays(TODAY, 2) }],
  ['validUntil', 'out_of_range', { ...fromFrequency, validUntil: addDays(TODAY, 367) }],
  ['frequency.reads', 'out_of_range', fromFrequency],
  ['frequency.days', 'out_of_range', { ...fromFrequency, frequency: { reads: 1, days: 367 } }],
  ['dataLifeDays', 'out_of_range', { dataLifeDays: 0 }],
  [undefined, undefined, { validUntil: addDays(TODAY, 366) }],
  [undefined, undefined, { validUntil: TODAY }],
] as const)('first %s is refused with %s', (field, code, told) => {
  const [first] = checkConsent(someTerms(told), TODAY);
  expect([first?.field, first?.code]).toEqual([field, code]);
});

test.each([
  ['code', { code: OTHER_FIRM }],
  ['recipient', { recipient: { kind: 'bank', organisation: 'bank_other' } }],
  ['categories', { categories: ['tax', 'score'] }],
  ['purpose', { purpose: 'post_loan_monitoring' }],
  ['validFrom', { validFrom: yesterday }],
  ['validUntil', { validUntil: TODAY }],
  ['frequency', { frequency: { reads: 4, days: 90 } }],
  ['dataLifeDays', { dataLifeDays: 1 }],
] as const)('another %s is another consent, and is named', (field, told) => {
  expect(consentDiffers(someTerms(), someTerms(told))).toBe(field);
});

test('categories are a set: their order and their repeats make no other consent', () => {
  const a = someTerms({ categories: ['tax', 'score'] });
  expect(consentDiffers(a, someTerms({ categories: ['score', 'tax', 'score'] }))).toBeUndefined();
});

const READ = instant('2026-02-20T01:00:00.000Z');
test.each([
  ['expired', [READ], 180, '2026-08-19'],
  ['revoked', [READ], 180, '2026-03-17'],
  ['revoked', [READ], 20, '2026-03-12'],
  ['expired', [NOW, READ], 1, '2026-03-03'],
  ['revoked', [], 180, undefined],
] as const)('%s after %j with a data life of %d days: deleted by %s', (how, reads, days, by) => {
  expect(deleteByOf({ reads, dataLifeDays: days }, { how, on: TODAY })).toBe(by);
});
