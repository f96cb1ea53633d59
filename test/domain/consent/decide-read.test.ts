import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Consent } from '#domain/consent/consent';
import { decideRead, type ReadAsked } from '#domain/consent/decide-read';
import { readsWithin } from '#domain/consent/frequency';
import { addDays, date, dateOf, type Instant, shiftDays } from '#domain/time';
import { CODE, instant, NOW, TODAY } from '#test/support/builders';
import { aConsent } from '#test/support/consents';
import { OTHER_FIRM } from '#test/support/slice';

const BANK = { kind: 'bank', organisation: 'bank_gusu' } as const;
const asked = (told: Partial<ReadAsked> = {}): ReadAsked => ({
  reader: BANK,
  code: CODE,
  under: { consent: 'consent_tax', purpose: 'credit_assessment' },
  categories: ['tax'],
  now: NOW,
  today: TODAY,
  ...told,
});
const codeOf = (consent: Consent | undefined, told: Partial<ReadAsked> = {}) => {
  const decided = decideRead(consent, asked(told));
  return decided.ok ? 'allowed' : decided.refusal.code;
};

/** Everything is wrong at first; each line mends one fault more. */
const wrong = {
  reader: { kind: 'bank', organisation: 'bank_other' },
  code: OTHER_FIRM,
  under: { consent: 'consent_tax', purpose: 'post_loan_monitoring' },
  categories: ['invoices'],
} as const;
const used = [NOW, NOW, NOW];
const tomorrow = addDays(TODAY, 1);
test.each([
  [
    'consent_required',
    aConsent({ status: 'revoked', reads: used }),
    { ...wrong, under: undefined },
  ],
  ['not_found', undefined, wrong],
  ['not_found', aConsent({ status: 'revoked', reads: used }), wrong],
  ['consent_revoked', aConsent({ status: 'revoked', reads: used }), { ...wrong, reader: BANK }],
  [
    'consent_not_active',
    aConsent({ status: 'requested', reads: used }),
    { ...wrong, reader: BANK },
  ],
  ['consent_not_active', aConsent({ status: 'declined', reads: used }), { ...wrong, reader: BANK }],
  ['consent_not_active', aConsent({ status: 'lapsed', reads: used }), { ...wrong, reader: BANK }],
  ['consent_paused', aConsent({ status: 'paused', reads: used }), { ...wrong, reader: BANK }],
  [
    'consent_not_yet_valid',
    aConsent({ validFrom: tomorrow, reads: used }),
    { ...wrong, reader: BANK },
  ],
  [
    'consent_expired',
    aConsent({ reads: used }),
    { ...wrong, reader: BANK, today: date('2027-03-03') },
  ],
  ['consent_subject_differs', aConsent({ reads: used }), { ...wrong, reader: BANK }],
  ['consent_category', aConsent({ reads: used }), { ...wrong, reader: BANK, code: CODE }],
  ['consent_category', aConsent({ reads: used }), { categories: [] }],
  ['consent_category', aConsent({ reads: used }), { categories: ['tax', 'score'] }],
  ['consent_purpose', aConsent({ reads: used }), { under: wrong.under }],
  ['consent_frequency', aConsent({ reads: used }), {}],
  ['allowed', aConsent({ reads: [NOW, NOW] }), {}],
  ['allowed', aConsent(), { categories: 'covered' }],
] as const)('%s is told before whatever else is wrong', (code, consent, told) => {
  expect(codeOf(consent, told)).toBe(code);
});

test('the last day still counts, the next does not, whether or not anybody has written it down', () => {
  const consent = aConsent({ validUntil: TODAY });
  expect(codeOf(consent)).toBe('allowed');
  expect(codeOf(consent, { today: tomorrow })).toBe('consent_expired');
});

test('a refusal for frequency tells the window, and the very moment from which the next read is given', () => {
  const reads = [
    instant('2026-01-01T00:00:00.000Z'),
    instant('2026-02-01T00:00:00.000Z'),
    instant('2026-02-02T00:00:00.000Z'),
  ];
  const decided = decideRead(aConsent({ reads }), asked());
  expect(decided).toEqual({
    ok: false,
    refusal: {
      code: 'consent_frequency',
      field: 'consent',
      expected: '2026-04-01T00:00:00.000Z',
      actual: '3/90',
    },
  });
  const at = (now: string) => codeOf(aConsent({ reads }), { now: instant(now) });
  expect(at('2026-03-31T23:59:59.999Z')).toBe('consent_frequency');
  expect(at('2026-04-01T00:00:00.000Z')).toBe('allowed');
});

const MINUTE = 60_000;
const tries = fc.array(fc.integer({ min: 0, max: 30 * 24 * 60 }), { maxLength: 120 });
const frequencies = fc.record({
  reads: fc.integer({ min: 1, max: 8 }),
  days: fc.integer({ min: 1, max: 20 }),
});
const after = (minutes: number) =>
  new Date(Date.parse(NOW) + minutes * MINUTE).toISOString() as Instant;

test('there is no stretch of the window in which more was given than agreed, in whatever order clocks tell it', () => {
  fc.assert(
    fc.property(tries, frequencies, (minutes, frequency) => {
      let consent = aConsent({ frequency });
      const given: Instant[] = [];
      for (const now of minutes.map(after)) {
        const decided = decideRead(consent, asked({ now, today: dateOf(now) }));
        if (!decided.ok) continue;
        const [at = now] = decided.value.reads.toReversed();
        given.push(at);
        consent = { ...consent, reads: decided.value.reads };
      }
      expect(given).toEqual(given.toSorted());
      for (const end of given)
        expect(
          given.filter((at) => at > shiftDays(end, -frequency.days) && at <= end).length,
        ).toBeLessThanOrEqual(frequency.reads);
      expect(consent.reads.length).toBeLessThanOrEqual(frequency.reads);
    }),
  );
});

test('of rising tries every one is given that the window allows: nobody is refused too early', () => {
  fc.assert(
    fc.property(tries, frequencies, (minutes, frequency) => {
      let consent = aConsent({ frequency });
      const given: Instant[] = [];
      for (const now of minutes.toSorted((a, b) => a - b).map(after)) {
        const decided = decideRead(consent, asked({ now, today: dateOf(now) }));
        const within = readsWithin(given, frequency, now).length;
        expect(decided.ok).toBe(within < frequency.reads);
        if (!decided.ok) continue;
        given.push(now);
        consent = { ...consent, reads: decided.value.reads };
      }
    }),
  );
});
