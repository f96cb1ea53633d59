import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import { cardsOn } from '#domain/scoring/registry/cards-on';
import { announce } from './announce.ts';
import { listAll } from './list-all.ts';
import { MAX_PAGE, type Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

export type Begun = {
  /** Versions whose beginning was told by this call. */
  readonly begun: number;
};

/**
 * A card that was activated for a later day scores the city anew once that day is there. Its version notes the
 * beginning in the commit that asks for it, so that again, or at the same time, asks nothing more. Refuses: busy.
 */
export const beginCards =
  (ports: Ports) =>
  (asker: Principal, _: Record<never, never>): Promise<Outcome<Begun>> =>
    untilCommitted<Begun>(async () => {
      const versions = await listAll(ports.store, 'cardVersions', 'all', MAX_PAGE);
      const untold = cardsOn(versions, ports.today()).filter(
        ({ activeFrom, announced }) => activeFrom !== announced,
      );
      const kept = await ports.store.getMany(
        'cardVersion',
        untold.map(({ id }) => id),
      );
      // The list may lie a moment behind what is kept.
      const due = kept.flatMap((version) =>
        version?.value.activeFrom && version.value.activeFrom !== version.value.announced
          ? [{ ...version, from: version.value.activeFrom }]
          : [],
      );
      if (due.length === 0) return accept({ begun: 0 });
      const result = await ports.store.commit({
        changes: due.map(({ value, version, from }) => ({
          kind: 'cardVersion',
          value: { ...value, announced: from },
          expected: version,
        })),
        events: [announce(ports, asker, { type: 'city_rescoring' })],
      });
      return committed(result, { begun: due.length });
    });
