import { assert } from '../assert.ts';
import { isSealed, type Sealed } from '../personal/sealed.ts';
import { accept, type Outcome, type Refusal, refuse } from '../refusal.ts';
import type { BusinessDate, Instant } from '../time.ts';
import type { Identity, IdentityAnswer, IdentityClaim, IdentityStatus } from './identity.ts';
import { identityRuleOn, identityStatusOn, identityValidUntil } from './identity-rules.ts';

/** From which statuses another attempt may start; a verified identity stays as it is until it ends. */
export const identityAttempts = {
  requested: true, // The provider is asked again, under its own reference.
  verified: false,
  rejected: true,
  expired: true,
} as const satisfies Record<IdentityStatus, boolean>;

/** The numbers of a claim, sealed. */
export type SealedNumbers = { readonly idNumber: Sealed; readonly phone?: Sealed };

/**
 * What a claim differs in from what is kept, by name; numbers by their hashes. Of erased numbers nobody can say, so
 * they differ.
 */
export function claimDiffers(
  kept: Identity,
  claim: IdentityClaim,
  hashes: { readonly idNumber: string; readonly phone?: string },
): string | undefined {
  const hashIn = (number: Identity['phone']) =>
    number && (isSealed(number) ? number.hash : 'erased');
  if (kept.name !== claim.name) return 'name';
  if (hashIn(kept.idNumber) !== hashes.idNumber) return 'idNumber';
  if (hashIn(kept.phone) !== hashes.phone) return 'phone';
  return kept.method === claim.method ? undefined : 'method';
}

/**
 * May the provider be asked? Refuses, in this order: identity_differs (verified, and other content; names the
 * field), required (an electronic licence without what it shows).
 */
export function whyNotAttempt(of: {
  readonly claim: IdentityClaim;
  readonly kept: Identity | undefined;
  readonly differs: string | undefined;
  readonly today: BusinessDate;
}): Refusal | undefined {
  const { claim, kept, differs, today } = of;
  const status = kept && identityStatusOn(kept, today);
  if (status && !identityAttempts[status] && differs !== undefined)
    return {
      code: 'identity_differs',
      field: differs,
      expected: 'what was verified, until it expires',
    };
  if (claim.method === 'electronic_licence' && claim.licence === undefined)
    return { code: 'required', field: 'licence', expected: 'what the electronic licence shows' };
  return undefined;
}

/** The identity after a provider's answer. Refuses: identity_provider_unreachable. */
export function decideIdentity(of: {
  readonly claim: IdentityClaim;
  readonly numbers: SealedNumbers;
  readonly person: string;
  readonly role: Identity['role'];
  readonly answer: IdentityAnswer;
  readonly now: Instant;
  readonly today: BusinessDate;
}): Outcome<Identity> {
  const { claim, numbers, person, role, answer, now, today } = of;
  if (answer.outcome === 'unreachable')
    return refuse('identity_provider_unreachable', { expected: 'the same request a while later' });
  const rule = identityRuleOn(today);
  const { outcome, provider, reference } = answer;
  assert(outcome !== 'rejected' || answer.reasons.length > 0, 'a no has its reasons');
  return accept({
    code: claim.code,
    person,
    role,
    name: claim.name,
    ...numbers,
    method: claim.method,
    status: outcome === 'pending' ? 'requested' : outcome,
    evidence: { provider, reference },
    reasons: outcome === 'rejected' ? answer.reasons : [],
    ruleVersion: rule.version,
    requestedAt: now,
    ...(outcome !== 'pending' && { decidedAt: now }),
    ...(outcome === 'verified' && { validUntil: identityValidUntil(today, rule) }),
  });
}
