import type { Consent } from '#domain/consent/consent';
import { consentState, whyNotConsent } from '#domain/consent/consent-actions';
import { deleteByOf } from '#domain/consent/data-life';
import type { ConsentId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import type { Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';
import { consentCommit } from './write-consent.ts';

/** Consents of one call at most: a second or two of work. */
export const MAX_EXPIRED = 100;

export type Expired = {
  /** Written down by this call: consents that expired, requests that lapsed. */
  readonly moved: number;
  /** More may be due: call again with it. */
  readonly next?: string;
};

/**
 * Writes down, stretch by stretch, the consents and requests whose last day is over, and tells their recipients;
 * reads and grants go by the day itself and do not wait for it. What was written leaves the index, so that whoever
 * begins again with '' goes on where it stopped; again, or at the same time, changes nothing more. Refuses: busy.
 */
export const expireConsents =
  (ports: Ports) =>
  async (
    asker: Principal,
    { after, limit = MAX_EXPIRED }: { readonly after: string; readonly limit?: number },
  ): Promise<Outcome<Expired>> => {
    const today = ports.today();
    const page = await ports.store.list('consentsDue', 'all', {
      limit: Math.min(limit, MAX_EXPIRED),
      ...(after !== '' && { after }),
    });
    const due = page.items.filter(({ value: { lastDay } }) => lastDay && lastDay < today);
    let moved = 0;
    for (const { value } of due) {
      const outcome = await untilCommitted(() => expireOne(ports, asker, value.consent));
      if (!outcome.ok) return outcome;
      moved += outcome.value;
    }
    const goesOn = page.next !== undefined && due.length === page.items.length;
    return accept({ moved, ...(goesOn && page.next !== undefined && { next: page.next }) });
  };

/** 1 where the consent was written, 0 where there was nothing to write. */
async function expireOne(
  ports: Ports,
  asker: Principal,
  id: ConsentId,
): Promise<Outcome<number> | 'conflict'> {
  const kept = await ports.store.get('consent', id);
  const today = ports.today();
  if (!kept || kept.value.status === consentState(kept.value, today)) return accept(0);
  const action = whyNotConsent('expire', kept.value, today) ? 'lapse' : 'expire';
  const deleteBy = deleteByOf(kept.value, { how: 'expired', on: today });
  const after: Consent = {
    ...kept.value,
    status: consentState(kept.value, today),
    moves: kept.value.moves + 1,
    ended: { by: asker, on: today, ...(deleteBy && { deleteBy }) },
  };
  const result = await ports.store.commit(
    consentCommit(ports, asker, { action, after, expected: kept.version }),
  );
  return committed(result, 1);
}
