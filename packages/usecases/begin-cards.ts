import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import { schemesOn } from '#domain/scoring/registry/card-set-on';
import { cardsOn } from '#domain/scoring/registry/cards-on';
import type { Registered } from '#domain/scoring/registry/registered';
import { announce } from './announce.ts';
import { registryOf } from './cards-in-force.ts';
import type { Change, Ports, Versioned } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

export type Begun = {
  /** Versions whose beginning was told by this call. */
  readonly begun: number;
};

/**
 * A card or a scheme that was activated for a later day scores the city anew once that day is there. Its version
 * notes the beginning in the commit that asks for it, so that again, or at the same time, asks nothing more.
 * Refuses: busy.
 */
export const beginCards =
  (ports: Ports) =>
  (asker: Principal, _: Record<never, never>): Promise<Outcome<Begun>> =>
    untilCommitted<Begun>(async () => {
      const today = ports.today();
      const { cards, schemes } = await registryOf(ports.store);
      const [keptCards, keptSchemes] = await Promise.all([
        ports.store.getMany('cardVersion', untold(cardsOn(cards, today))),
        ports.store.getMany('schemeVersion', untold(schemesOn(schemes, today).slice(0, 1))),
      ]);
      const changes: readonly Change[] = [
        ...due(keptCards).map((change) => ({ kind: 'cardVersion', ...change }) as const),
        ...due(keptSchemes).map((change) => ({ kind: 'schemeVersion', ...change }) as const),
      ];
      if (changes.length === 0) return accept({ begun: 0 });
      const result = await ports.store.commit({
        changes,
        events: [announce(ports, asker, { type: 'city_rescoring' })],
      });
      return committed(result, { begun: changes.length });
    });

const isUntold = ({ activeFrom, announced }: Registered) => activeFrom !== announced;

const untold = <Version extends Registered>(versions: readonly Version[]): Version['id'][] =>
  versions.filter(isUntold).map(({ id }) => id);

/** The list may lie a moment behind what is kept. */
const due = <Version extends Registered>(kept: readonly (Versioned<Version> | undefined)[]) =>
  kept.flatMap((version) => {
    const from = version?.value.activeFrom;
    return version && from !== undefined && isUntold(version.value)
      ? [{ value: { ...version.value, announced: from }, expected: version.version }]
      : [];
  });
