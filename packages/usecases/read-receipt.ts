import type { ConsentArtefact } from '#domain/consent/artefact';
import type { ConsentStatus } from '#domain/consent/consent';
import { consentState } from '#domain/consent/consent-actions';
import type { ConsentId } from '#domain/ids';
import type { Party, Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { Ports } from './ports.ts';
import { canonicalConsent } from './sign-consent.ts';

/** What proves a consent without this platform: the signed text, its signature, and the key that made it. */
export type Receipt = {
  readonly consent: ConsentId;
  /** Today. */
  readonly status: ConsentStatus;
  readonly parties: readonly Party[];
  readonly artefact: ConsentArtefact;
  /** The very text that is hashed, and the payload of the JWS. */
  readonly canonical: string;
  readonly hash: string;
  readonly jws: string;
  readonly keyId: string;
  /** Those that renewals have replaced, oldest first: the next one's `renews` is the hash of the one before. */
  readonly earlier: readonly { readonly hash: string; readonly jws: string }[];
};

/** The receipt of a consent, whatever has become of it. Refuses: not_found, consent_not_active (never granted). */
export const readReceipt =
  (ports: Ports) =>
  async (_asker: Principal, id: ConsentId): Promise<Outcome<Receipt>> => {
    const kept = await ports.store.get('consent', id);
    if (!kept) return refuse('not_found', { field: 'consent', actual: id });
    const { code, recipient, signed, earlier } = kept.value;
    const status = consentState(kept.value, ports.today());
    if (!signed)
      return refuse('consent_not_active', {
        field: 'consent',
        expected: 'active',
        actual: status,
      });
    const { artefact, hash, jws, keyId } = signed;
    return accept({
      consent: id,
      status,
      parties: [{ kind: 'firm', organisation: code }, recipient],
      artefact,
      canonical: canonicalConsent(artefact),
      hash,
      jws,
      keyId,
      earlier: earlier.map((one) => ({ hash: one.hash, jws: one.jws })),
    });
  };
