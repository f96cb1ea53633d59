import { artefactOf } from '#domain/consent/artefact';
import { checkConsent } from '#domain/consent/check-consent';
import { type Consent, type SignedArtefact, validityOf } from '#domain/consent/consent';
import { consentActions, consentState, whyNotConsent } from '#domain/consent/consent-actions';
import type { ConsentId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import type { Ports } from './ports.ts';
import { signConsent } from './sign-consent.ts';
import { committed, untilCommitted } from './until-committed.ts';
import { consentCommit } from './write-consent.ts';

/** Each renewal keeps its signature with the consent; after so many a new consent is due. */
export const MAX_RENEWALS = 20;

/**
 * Gives a consent a new validity, from today until a last day, signed anew and linked to the artefact that it
 * renews; reads that still count go on counting. The same last day again changes nothing. Refuses, in this order:
 * not_found, consent_not_active, consent_paused, consent_revoked, what `checkConsent` refuses of the new days,
 * out_of_range (renewed too often), busy.
 */
export const renewConsent =
  (ports: Ports) =>
  (
    asker: Principal,
    { id, validUntil }: { readonly id: ConsentId; readonly validUntil: BusinessDate },
  ): Promise<Outcome<Consent>> =>
    untilCommitted<Consent>(async () => {
      const kept = await ports.store.get('consent', id);
      if (!kept) return refuse('not_found', { field: 'consent', actual: id });
      const today = ports.today();
      const { value } = kept;
      const refusal = whyNotConsent('renew', value, today);
      if (refusal) return { ok: false, refusal };
      const isSame = validityOf(value).validUntil === validUntil;
      if (isSame && consentState(value, today) === 'active') return accept(value);
      const [fault] = checkConsent({ ...value, validFrom: today, validUntil }, today);
      if (fault) return { ok: false, refusal: fault };
      if (value.earlier.length >= MAX_RENEWALS)
        return refuse('out_of_range', {
          field: 'renewals',
          expected: `<= ${MAX_RENEWALS}`,
          actual: String(value.earlier.length + 1),
        });
      const after = await renewed(ports, value, { by: asker, from: today, until: validUntil });
      const result = await ports.store.commit(
        consentCommit(ports, asker, { action: 'renew', after, expected: kept.version }),
      );
      return committed(result, after);
    });

async function renewed(
  ports: Ports,
  { ended: _, ...consent }: Consent,
  told: { readonly by: Principal; readonly from: BusinessDate; readonly until: BusinessDate },
): Promise<Consent> {
  const before: readonly SignedArtefact[] = consent.signed ? [consent.signed] : [];
  const artefact = artefactOf(
    { ...consent, validFrom: told.from, validUntil: told.until },
    {
      by: told.by,
      at: ports.now(),
      requestedBy: consent.requested?.by.id,
      renews: consent.signed?.hash,
    },
  );
  return {
    ...consent,
    status: consentActions.renew.to,
    moves: consent.moves + 1,
    signed: await signConsent(ports, artefact),
    earlier: [...consent.earlier, ...before],
  };
}
