import type { Principal } from '#domain/principal';
import { type Outcome, refuse } from '#domain/refusal';
import {
  type DoneOn,
  movesScores,
  type VersionMove,
} from '#domain/scoring/registry/decide-version';
import type { Registered, RegistryOf } from '#domain/scoring/registry/registered';
import { announce } from './announce.ts';
import { nameOf } from './enter-version.ts';
import type { Change, Ports, Versioned } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** A version as the registry keeps it, and what the domain says to its step. */
type Moving<Version extends Registered> = {
  readonly kept: Versioned<Version> | undefined;
  readonly decide: (version: Version, done: DoneOn) => Outcome<Version>;
  readonly change: (value: Version, expected: number) => Change;
  /** Whether it scores firms where it is active. */
  readonly scores: (version: Version) => boolean;
};

/** One step of a version. What begins today scores the city anew. Refuses: not_found, what is decided, busy. */
export const moveVersion = <Version extends Registered>(
  ports: Ports,
  asker: Principal,
  { of, id, move }: { readonly of: RegistryOf; readonly id: string; readonly move: VersionMove },
  load: () => Promise<Moving<Version>>,
): Promise<Outcome<Version>> =>
  untilCommitted<Version>(async () => {
    const { kept, decide, change, scores } = await load();
    if (!kept) return refuse('not_found', { field: of, actual: id });
    const today = ports.today();
    const outcome = decide(kept.value, { by: nameOf(asker), at: ports.now(), today });
    if (!outcome.ok) return outcome;
    const rescores = scores(outcome.value) && movesScores(outcome.value, move, today);
    const value: Version =
      rescores && move.action === 'activate'
        ? { ...outcome.value, announced: move.from }
        : outcome.value;
    const result = await ports.store.commit({
      changes: [change(value, kept.version)],
      events: rescores ? [announce(ports, asker, { type: 'city_rescoring' })] : [],
      by: asker,
    });
    return committed(result, value);
  });
