import type { DataCategory } from '#domain/consent/data-categories';
import { decideRead } from '#domain/consent/decide-read';
import type { Principal } from '#domain/principal';
import { sameParty } from '#domain/principal';
import type { Refusal } from '#domain/refusal';
import type { Instant } from '#domain/time';
import type { Asked, Scope } from './disclose.ts';
import type { Change, Ports } from './ports.ts';

/** Whether a read may be given, what it may hold, and what is written under the consent when it is. */
export type Permit = {
  readonly changes: readonly Change[];
  /** The hash of the artefact in force, where the asker's own consent was named. */
  readonly consentHash?: string;
} & (
  | { readonly ok: true; readonly scope: Scope }
  | { readonly ok: false; readonly refusal: Refusal }
);

/** Banks read under a consent, in its version of now; whoever else is in the ledger has a duty instead. */
export async function permitFor(
  ports: Ports,
  of: {
    readonly asker: Principal;
    readonly input: Asked;
    readonly needs: readonly DataCategory[] | 'covered' | 'free';
    readonly now: Instant;
  },
): Promise<Permit> {
  const { asker, input, needs, now } = of;
  if (asker.kind !== 'bank' || needs === 'free') return { ok: true, scope: 'all', changes: [] };
  const kept = input.under && (await ports.store.get('consent', input.under.consent));
  const isOwn = kept !== undefined && sameParty(kept.value.recipient, asker);
  const consentHash = isOwn ? kept.value.signed?.hash : undefined;
  const hashed = consentHash === undefined ? {} : { consentHash };
  const decided = decideRead(kept?.value, {
    reader: asker,
    code: input.code,
    under: input.under,
    categories: needs,
    now,
    today: ports.today(),
  });
  if (!decided.ok) return { ok: false, refusal: decided.refusal, changes: [], ...hashed };
  // Where it was decided well, the consent is there.
  const changes: readonly Change[] = kept
    ? [
        {
          kind: 'consent',
          value: { ...kept.value, reads: decided.value.reads },
          expected: kept.version,
        },
      ]
    : [];
  return { ok: true, scope: kept?.value.categories ?? [], changes, ...hashed };
}
