import type { SchemeVersionId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import type { Outcome } from '#domain/refusal';
import { cardsInForceOn } from '#domain/scoring/registry/cards-on';
import { decideSchemeMove } from '#domain/scoring/registry/decide-scheme';
import type { VersionMove } from '#domain/scoring/registry/decide-version';
import type { SchemeVersion } from '#domain/scoring/registry/scheme-version';
import { listAll } from './list-all.ts';
import { moveVersion } from './move-version.ts';
import { MAX_PAGE, type Ports } from './ports.ts';

/**
 * One step of a scheme. What begins today scores the city anew. Refuses: not_found, what `decideSchemeMove`
 * refuses, busy.
 */
export const moveScheme =
  (ports: Ports) =>
  (
    asker: Principal,
    { id, ...move }: VersionMove & { readonly id: SchemeVersionId },
  ): Promise<Outcome<SchemeVersion>> =>
    moveVersion<SchemeVersion>(ports, asker, { of: 'scheme', id, move }, async () => {
      const versions = await listAll(ports.store, 'cardVersions', 'all', MAX_PAGE);
      const day = move.action === 'activate' ? move.from : ports.today();
      const cards = cardsInForceOn(versions, day);
      return {
        kept: await ports.store.get('schemeVersion', id),
        decide: (version, done) => decideSchemeMove(version, move, { ...done, cards }),
        change: (value, expected) => ({ kind: 'schemeVersion', value, expected }),
        scores: () => true,
      };
    });
