import type { Consent } from '#domain/consent/consent';
import { consentActions, consentState, whyNotConsent } from '#domain/consent/consent-actions';
import { deleteByOf } from '#domain/consent/data-life';
import type { ConsentId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { endDependents } from './end-dependents.ts';
import type { Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';
import { consentCommit } from './write-consent.ts';

type Move = 'decline' | 'pause' | 'resume' | 'revoke';

/**
 * Moves a consent as its firm says; twice is once. A revocation ends in the same commit what hangs on the consent
 * (end-dependents.ts), and tells the recipient by when to delete what it has read. Refuses: not_found, then by the
 * state that does not allow it: consent_not_active, consent_active, consent_paused, consent_revoked,
 * consent_expired; busy.
 */
export const moveConsent =
  (ports: Ports, action: Move) =>
  (asker: Principal, id: ConsentId): Promise<Outcome<Consent>> =>
    untilCommitted<Consent>(async () => {
      const kept = await ports.store.get('consent', id);
      if (!kept) return refuse('not_found', { field: 'consent', actual: id });
      const today = ports.today();
      const { to } = consentActions[action];
      if (consentState(kept.value, today) === to) return accept(kept.value);
      const refusal = whyNotConsent(action, kept.value, today);
      if (refusal) return { ok: false, refusal };
      const ends = action === 'decline' || action === 'revoke';
      const deleteBy = ends ? deleteByOf(kept.value, { how: 'revoked', on: today }) : undefined;
      const after: Consent = {
        ...kept.value,
        status: to,
        moves: kept.value.moves + 1,
        ...(ends && { ended: { by: asker, on: today, ...(deleteBy && { deleteBy }) } }),
      };
      const commit = consentCommit(ports, asker, { action, after, expected: kept.version });
      const ending = action === 'revoke' ? await endDependents(ports, asker, after) : [];
      const result = await ports.store.commit({
        changes: [commit, ...ending].flatMap(({ changes }) => changes),
        events: [commit, ...ending].flatMap(({ events }) => events),
      });
      return committed(result, after);
    });
