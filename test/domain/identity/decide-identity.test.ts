import { expect, test } from 'vitest';
import { claimDiffers, decideIdentity, whyNotAttempt } from '#domain/identity/decide-identity';
import { eraseNumbers } from '#domain/identity/erase-numbers';
import { type Identity, identityStatuses } from '#domain/identity/identity';
import { identityEndsOn, identityStatusOn } from '#domain/identity/identity-rules';
import { shownIdentity } from '#domain/identity/shown-identity';
import { date } from '#domain/time';
import { anIdentity, claimOf } from '#test/support/an-identity';
import { NOW, TODAY } from '#test/support/builders';

const decide = (answer: Parameters<typeof decideIdentity>[0]['answer']) => {
  const { idNumber, phone } = anIdentity();
  return decideIdentity({
    claim: claimOf(),
    numbers: { idNumber, phone } as never,
    person: 'wang',
    role: 'owner',
    answer,
    now: NOW,
    today: TODAY,
  });
};
const from = { provider: 'bureau', reference: 'r-1' };

test('verified, it counts for a year, its last day included', () => {
  const decided = decide({ outcome: 'verified', ...from });
  const value = decided.ok ? decided.value : undefined;
  expect(value).toMatchObject({ status: 'verified', decidedAt: NOW, validUntil: '2027-03-01' });
  if (!value) return;
  expect(identityStatusOn(value, date('2027-03-01'))).toBe('verified');
  expect(identityStatusOn(value, date('2027-03-02'))).toBe('expired');
  expect(identityEndsOn(value)).toBe('2027-03-02');
});

test('pending, it is asked for and nothing is decided', () => {
  const decided = decide({ outcome: 'pending', ...from });
  expect(decided).toMatchObject({ ok: true, value: { status: 'requested', evidence: from } });
  expect(decided.ok && decided.value).not.toHaveProperty('decidedAt');
});

test('rejected, it says why', () => {
  const reasons = ['enterprise_not_operating', 'person_unknown'] as const;
  expect(decide({ outcome: 'rejected', ...from, reasons })).toMatchObject({
    value: { status: 'rejected', reasons },
  });
});

test('whoever cannot be reached decides nothing', () => {
  expect(decide({ outcome: 'unreachable' })).toMatchObject({
    refusal: { code: 'identity_provider_unreachable' },
  });
});

const attempt = (kept: Partial<Identity> | undefined, differs: string | undefined, told = {}) =>
  whyNotAttempt({
    claim: claimOf(told),
    kept: kept && anIdentity(kept),
    differs,
    today: TODAY,
  })?.code;

test('what is verified stays as it is until it ends; everything else may be tried again', () => {
  for (const status of identityStatuses)
    expect(attempt({ status }, 'name'), status).toBe(
      status === 'verified' ? 'identity_differs' : undefined,
    );
  expect(attempt({ validUntil: date('2026-03-01') }, 'name')).toBeUndefined();
  expect(attempt({ status: 'verified' }, undefined)).toBeUndefined();
  expect(attempt(undefined, undefined)).toBeUndefined();
});

test('an electronic licence is shown', () => {
  expect(attempt(undefined, undefined, { method: 'electronic_licence' })).toBe('required');
});

test.each([
  ['name', { name: '李四' }, {}],
  ['idNumber', {}, { idNumber: 'other' }],
  ['phone', {}, { phone: 'other' }],
  ['method', { method: 'electronic_licence' as const }, {}],
  [undefined, {}, {}],
])('a claim differs in its %s', (field, told, hashes) => {
  const same = { idNumber: 'hash-id', phone: 'hash-phone', ...hashes };
  expect(claimDiffers(anIdentity(), claimOf(told), same)).toBe(field);
});

test('of erased numbers nobody can say that they are the same', () => {
  const hashes = { idNumber: 'hash-id', phone: 'hash-phone' };
  expect(claimDiffers(eraseNumbers(anIdentity()), claimOf(), hashes)).toBe('idNumber');
});

test('what is shown holds neither cipher nor hash', () => {
  const shown = JSON.stringify(shownIdentity(anIdentity(), TODAY));
  expect(shown).not.toMatch(/cipher|hash/);
  expect(shown).toContain('138****5678');
});
