import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import type { Done } from '#domain/scoring/registry/decide-version';
import type { Registered } from '#domain/scoring/registry/registered';
import type { Change, Ports, Versioned } from './ports.ts';
import type { Written } from './put-product.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** Four eyes are told apart by this. */
export const nameOf = ({ kind, organisation, id }: Principal) => `${kind}/${organisation}/${id}`;

/** What the registry keeps of a version that enters it, and what the domain says to it. */
type Entering<Version extends Registered> = {
  readonly kept: Versioned<Version> | undefined;
  readonly decide: (done: Done) => Outcome<Version>;
  readonly change: (value: Version) => Change;
};

/** Enters a version into the registry, once. Refuses: what is decided, busy. */
export const enterVersion = <Version extends Registered>(
  ports: Ports,
  asker: Principal,
  load: () => Promise<Entering<Version>>,
): Promise<Outcome<Written<Version>>> =>
  untilCommitted<Written<Version>>(async () => {
    const { kept, decide, change } = await load();
    const outcome = decide({ by: nameOf(asker), at: ports.now() });
    if (!outcome.ok) return outcome;
    if (kept) return accept({ ...kept, created: false });
    const result = await ports.store.commit({
      changes: [change(outcome.value)],
      events: [],
      by: asker,
    });
    return committed(result, { value: outcome.value, version: 1, created: true });
  });
