import type { Refusal, RefusalCode } from '../refusal.ts';
import type { BusinessDate } from '../time.ts';
import { type Consent, type ConsentStatus, validityOf } from './consent.ts';

type Row = {
  readonly by: 'firm' | 'platform';
  readonly from: readonly ConsentStatus[];
  readonly to: ConsentStatus;
  readonly source: string;
};

/** Everything that moves a consent once it is there. A request makes it; whoever grants without one makes it too. */
export const consentActions = {
  grant: {
    by: 'firm',
    from: ['requested'],
    to: 'active',
    source: 'PIPL Art. 14, 23: given knowingly, by itself, to a named recipient',
  },
  decline: {
    by: 'firm',
    from: ['requested'],
    to: 'declined',
    source: 'PIPL Art. 16: nothing is refused to whoever does not consent',
  },
  pause: {
    by: 'firm',
    from: ['active'],
    to: 'paused',
    source: 'ReBIT consent artefact: PAUSED, no data flows until it is resumed',
  },
  resume: {
    by: 'firm',
    from: ['paused'],
    to: 'active',
    source: 'ReBIT consent artefact: from PAUSED to ACTIVE by the customer alone',
  },
  revoke: {
    by: 'firm',
    from: ['active', 'paused'],
    to: 'revoked',
    source: 'PIPL Art. 15: withdrawn as easily as it was given, not for the past',
  },
  // What is paused is resumed first; what was revoked takes a consent of its own.
  renew: {
    by: 'firm',
    from: ['active', 'expired'],
    to: 'active',
    source: 'PIPL Art. 14: a new validity is a new consent, signed anew',
  },
  // Both are so by their days already; the sweep writes it down and tells.
  expire: {
    by: 'platform',
    from: ['expired'],
    to: 'expired',
    source: 'PIPL Art. 19, 47: no longer than agreed',
  },
  lapse: {
    by: 'platform',
    from: ['lapsed'],
    to: 'lapsed',
    source: 'ours: silence is no consent, and a question does not stand for ever',
  },
  close: {
    by: 'platform',
    from: ['requested'],
    to: 'lapsed',
    source: 'PIPL Art. 15: who has withdrawn is not asked on under the old question',
  },
} as const satisfies Record<string, Row>;
export type ConsentAction = keyof typeof consentActions;

/** How a state says no: to a read and to a move alike. */
export const stateRefusals = {
  requested: 'consent_not_active',
  active: 'consent_active',
  paused: 'consent_paused',
  revoked: 'consent_revoked',
  expired: 'consent_expired',
  declined: 'consent_not_active',
  lapsed: 'consent_not_active',
} as const satisfies Record<ConsentStatus, RefusalCode>;

/** Days for which a request waits for its firm. */
export const REQUEST_DAYS = 30;

type Dated = Pick<Consent, 'status' | 'requested' | 'signed' | 'validFrom' | 'validUntil'>;

/** What a consent is on a day, whether or not anybody has written it down. */
export function consentState(consent: Dated, today: BusinessDate): ConsentStatus {
  const { status, requested } = consent;
  if (status === 'requested' && requested && requested.until < today) return 'lapsed';
  const open = status === 'active' || status === 'paused';
  return open && validityOf(consent).validUntil < today ? 'expired' : status;
}

/** Why an action is not possible on a day, undefined where it is. */
export function whyNotConsent(
  action: ConsentAction,
  consent: Dated,
  today: BusinessDate,
): Refusal | undefined {
  const { from }: Row = consentActions[action];
  const actual = consentState(consent, today);
  return from.includes(actual)
    ? undefined
    : { code: stateRefusals[actual], field: 'status', expected: from.join(', '), actual };
}
