import { checkConsent } from '#domain/consent/check-consent';
import type { Consent, ConsentTerms } from '#domain/consent/consent';
import { consentState, REQUEST_DAYS } from '#domain/consent/consent-actions';
import { consentDiffers } from '#domain/consent/consent-differs';
import { type Principal, sameParty } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { addDays } from '#domain/time';
import { MAX_PAGE, type Ports } from './ports.ts';
import type { Written } from './put-product.ts';
import { committed, untilCommitted } from './until-committed.ts';
import { consentCommit } from './write-consent.ts';

/**
 * A bank asks a firm for its consent; asked again it is the same request, whatever has become of it. Refuses, in
 * this order: consent_differs (same id, other content; names the field), what `checkConsent` refuses,
 * enterprise_unknown, consent_request_open (the firm has still to answer one of this bank for this purpose).
 */
export const requestConsent =
  (ports: Ports) =>
  (asker: Principal, terms: ConsentTerms): Promise<Outcome<Written<Consent>>> =>
    untilCommitted<Written<Consent>>(async () => {
      const [kept, enterprise] = await Promise.all([
        ports.store.get('consent', terms.id),
        ports.store.get('enterprise', terms.code),
      ]);
      if (kept) {
        const field = consentDiffers(kept.value, terms);
        return field
          ? refuse('consent_differs', { field, expected: 'the consent first named by this id' })
          : accept({ ...kept, created: false });
      }
      const today = ports.today();
      const [fault] = checkConsent(terms, today);
      if (fault) return { ok: false, refusal: fault };
      if (!enterprise) return refuse('enterprise_unknown', { field: 'code', actual: terms.code });
      const [open] = await openRequests(ports, terms);
      if (open)
        return refuse('consent_request_open', {
          field: 'purpose',
          expected: `the answer to ${open.value.id}`,
          actual: terms.purpose,
        });
      const value: Consent = {
        ...terms,
        status: 'requested',
        moves: 1,
        madeAt: ports.now(),
        requested: { by: asker, until: addDays(today, REQUEST_DAYS) },
        earlier: [],
        reads: [],
      };
      const result = await ports.store.commit(
        consentCommit(ports, asker, { action: 'request', after: value, expected: 0 }),
      );
      return committed(result, { value, version: 1, created: true });
    });

/** What the same bank still asks the same firm for the same purpose; among the firm's newest MAX_PAGE consents. */
export async function openRequests(ports: Ports, { id, code, recipient, purpose }: ConsentTerms) {
  const today = ports.today();
  const { items } = await ports.store.list('consentsOfEnterprise', code, { limit: MAX_PAGE });
  return items.filter(
    ({ value }) =>
      value.id !== id &&
      value.purpose === purpose &&
      sameParty(value.recipient, recipient) &&
      consentState(value, today) === 'requested',
  );
}
