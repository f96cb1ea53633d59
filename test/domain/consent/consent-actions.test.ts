import { expect, test } from 'vitest';
import { consentStatuses } from '#domain/consent/consent';
import {
  type ConsentAction,
  consentActions,
  consentState,
  stateRefusals,
  whyNotConsent,
} from '#domain/consent/consent-actions';
import { addDays } from '#domain/time';
import { TODAY } from '#test/support/builders';
import { aConsent } from '#test/support/consents';
import { OPERATOR } from '#test/support/principals';

const actions = Object.keys(consentActions) as ConsentAction[];
const requested = (until = TODAY) => ({ requested: { by: OPERATOR, until } });

/** Rows are states, columns what may be done in them: every cell is decided here by hand. */
test.each([
  ['requested', ['grant', 'decline', 'close']],
  ['active', ['pause', 'revoke', 'renew']],
  ['paused', ['resume', 'revoke']],
  ['revoked', []],
  ['expired', ['renew', 'expire']],
  ['declined', []],
  ['lapsed', ['lapse']],
] as const)('of a consent that is %s one may do %j and nothing else', (status, may) => {
  for (const action of actions)
    expect(whyNotConsent(action, aConsent({ status, ...requested() }), TODAY)?.code).toBe(
      may.some((one) => one === action) ? undefined : stateRefusals[status],
    );
});

test('every state is reached by some action, and every end is an end', () => {
  const reached = new Set<string>(Object.values(consentActions).map(({ to }) => to));
  expect([...reached, 'requested'].sort()).toEqual([...consentStatuses].sort());
});

test.each([
  ['active', addDays(TODAY, -1), 'expired'],
  ['paused', addDays(TODAY, -1), 'expired'],
  ['active', TODAY, 'active'],
  ['revoked', addDays(TODAY, -1), 'revoked'],
] as const)('%s until %s is %s today', (status, validUntil, state) => {
  expect(consentState(aConsent({ status, validUntil }), TODAY)).toBe(state);
});

test('a request stands until its last day, and then is no question any more', () => {
  const request = aConsent({ status: 'requested', ...requested() });
  expect(consentState(request, TODAY)).toBe('requested');
  expect(consentState(request, addDays(TODAY, 1))).toBe('lapsed');
});
