import type { CardVersionId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import type { Outcome } from '#domain/refusal';
import type { CardVersion } from '#domain/scoring/registry/card-version';
import { decideCardMove } from '#domain/scoring/registry/decide-card';
import type { VersionMove } from '#domain/scoring/registry/decide-version';
import { registryOf } from './cards-in-force.ts';
import { moveVersion } from './move-version.ts';
import type { Ports } from './ports.ts';

/**
 * One step of a version. What begins today scores the city anew. Refuses: not_found, what `decideCardMove`
 * refuses, busy.
 */
export const moveCard =
  (ports: Ports) =>
  (
    asker: Principal,
    { id, ...move }: VersionMove & { readonly id: CardVersionId },
  ): Promise<Outcome<CardVersion>> =>
    moveVersion<CardVersion>(ports, asker, { of: 'card', id, move }, async () => {
      const registry = await registryOf(ports.store);
      return {
        kept: await ports.store.get('cardVersion', id),
        decide: (version, done) => decideCardMove(version, move, done, registry),
        change: (value, expected) => ({ kind: 'cardVersion', value, expected }),
        scores: ({ role }) => role === 'champion',
      };
    });
