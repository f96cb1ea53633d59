import type { Enterprise } from '#domain/enterprise/enterprise';
import {
  claimDiffers,
  decideIdentity,
  type SealedNumbers,
  whyNotAttempt,
} from '#domain/identity/decide-identity';
import { type Identity, type IdentityClaim, identityId } from '#domain/identity/identity';
import { type ShownIdentity, shownIdentity } from '#domain/identity/shown-identity';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { announce } from './announce.ts';
import type { Ports, Versioned } from './ports.ts';
import type { Written } from './put-product.ts';
import { committed, untilCommitted } from './until-committed.ts';

/**
 * Has a provider find the firm and the person who asks to be who they say (实名认证). Verified, the same again is
 * answered alike; one that is pending, rejected or expired is attempted anew. Refuses, in this order:
 * enterprise_unknown, what `whyNotAttempt` refuses, identity_provider_unreachable (nothing is kept then), busy.
 */
export const verifyIdentity =
  (ports: Ports) =>
  (asker: Principal, claim: IdentityClaim): Promise<Outcome<Written<ShownIdentity>>> =>
    untilCommitted<Written<ShownIdentity>>(async () => {
      const { store, vault } = ports;
      const [kept, enterprise, hashes] = await Promise.all([
        store.get('identity', identityId(claim.code, asker.id)),
        store.get('enterprise', claim.code),
        hashesOf(ports, claim),
      ]);
      if (!enterprise) return refuse('enterprise_unknown', { field: 'code', actual: claim.code });
      const today = ports.today();
      const differs = kept && claimDiffers(kept.value, claim, hashes);
      const shown = (value: Identity, version: number, created: boolean) => ({
        value: shownIdentity(value, today),
        version,
        created,
      });
      const refusal = whyNotAttempt({ claim, kept: kept?.value, differs, today });
      if (refusal) return { ok: false, refusal };
      if (kept && shownIdentity(kept.value, today).status === 'verified')
        return accept(shown(kept.value, kept.version, false));
      const answer = await ports.identityProvider.verify(
        claimTo(claim, enterprise.value, kept, differs),
      );
      const numbers: SealedNumbers = {
        idNumber: await vault.seal(claim.idNumber),
        ...(claim.phone !== undefined && { phone: await vault.seal(claim.phone) }),
      };
      const role = asker.roles.includes('firm.clerk') ? 'clerk' : 'owner';
      const decided = decideIdentity({
        claim,
        numbers,
        person: asker.id,
        role,
        answer,
        now: ports.now(),
        today,
      });
      if (!decided.ok) return decided;
      const { value } = decided;
      if (kept && differs === undefined && isStill(kept.value, value))
        return accept(shown(kept.value, kept.version, false));
      const result = await store.commit({
        changes: [{ kind: 'identity', value, expected: kept?.version ?? 0 }],
        events: [
          announce(ports, asker, {
            type: 'identity_moved',
            code: value.code,
            person: value.person,
            status: value.status,
          }),
        ],
      });
      return committed(result, shown(value, (kept?.version ?? 0) + 1, kept === undefined));
    });

async function hashesOf({ vault }: Ports, { idNumber, phone }: IdentityClaim) {
  return {
    idNumber: await vault.hashOf(idNumber),
    ...(phone !== undefined && { phone: await vault.hashOf(phone) }),
  };
}

/** The same claim that the provider had left open is asked for under its reference. */
const claimTo = (
  claim: IdentityClaim,
  { name }: Enterprise,
  kept: Versioned<Identity> | undefined,
  differs: string | undefined,
) => ({
  ...claim,
  enterpriseName: name,
  ...(kept?.value.status === 'requested' &&
    differs === undefined && { reference: kept.value.evidence.reference }),
});

/** A provider that has not decided yet, or says no for the same reasons, has moved nothing. */
const isStill = (kept: Identity, next: Identity): boolean =>
  kept.status === next.status && kept.reasons.join() === next.reasons.join();
