import { artefactOf } from '#domain/consent/artefact';
import { checkConsent } from '#domain/consent/check-consent';
import type { Consent, ConsentTerms } from '#domain/consent/consent';
import { consentActions, whyNotConsent } from '#domain/consent/consent-actions';
import { consentDiffers } from '#domain/consent/consent-differs';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { Ports, Versioned } from './ports.ts';
import type { Written } from './put-product.ts';
import { signConsent } from './sign-consent.ts';
import { committed, untilCommitted } from './until-committed.ts';
import { consentCommit } from './write-consent.ts';

/**
 * A firm consents, to a request or unasked; it names every term, so that what it signs is what it has seen. The
 * same again is answered alike, whatever has become of it. Refuses, in this order: consent_differs (same id, other
 * content; names the field), consent_not_active (declined or lapsed), what `checkConsent` refuses,
 * enterprise_unknown.
 */
export const grantConsent =
  (ports: Ports) =>
  (asker: Principal, terms: ConsentTerms): Promise<Outcome<Written<Consent>>> =>
    untilCommitted<Written<Consent>>(async () => {
      const [kept, enterprise] = await Promise.all([
        ports.store.get('consent', terms.id),
        ports.store.get('enterprise', terms.code),
      ]);
      const today = ports.today();
      if (kept) {
        const field = consentDiffers(kept.value, terms);
        if (field)
          return refuse('consent_differs', {
            field,
            expected: 'the consent first named by this id',
          });
        if (kept.value.signed) return accept({ ...kept, created: false });
        const refusal = whyNotConsent('grant', kept.value, today);
        if (refusal) return { ok: false, refusal };
      }
      const [fault] = checkConsent(terms, today);
      if (fault) return { ok: false, refusal: fault };
      if (!enterprise) return refuse('enterprise_unknown', { field: 'code', actual: terms.code });
      const value = await granted(ports, { by: asker, terms, kept });
      const expected = kept?.version ?? 0;
      const result = await ports.store.commit(
        consentCommit(ports, asker, { action: 'grant', after: value, expected }),
      );
      return committed(result, { value, version: expected + 1, created: !kept });
    });

async function granted(
  ports: Ports,
  of: {
    readonly by: Principal;
    readonly terms: ConsentTerms;
    readonly kept: Versioned<Consent> | undefined;
  },
): Promise<Consent> {
  const { by, terms, kept } = of;
  const at = ports.now();
  const requestedBy = kept?.value.requested?.by.id;
  const signed = await signConsent(ports, artefactOf(terms, { by, at, requestedBy }));
  return {
    ...(kept?.value ?? { ...terms, madeAt: at, earlier: [], reads: [] }),
    status: consentActions.grant.to,
    moves: (kept?.value.moves ?? 0) + 1,
    signed,
  };
}
