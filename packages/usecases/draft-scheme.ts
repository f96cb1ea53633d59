import type { Principal } from '#domain/principal';
import type { Outcome } from '#domain/refusal';
import { cardsToBe } from '#domain/scoring/registry/cards-on';
import { decideSchemeDraft } from '#domain/scoring/registry/decide-scheme';
import { type SchemeVersion, schemeIdOf } from '#domain/scoring/registry/scheme-version';
import type { SegmentScheme } from '#domain/scoring/segments';
import { sortedJson } from '#domain/sorted-json';
import { enterVersion } from './enter-version.ts';
import { listAll } from './list-all.ts';
import { MAX_PAGE, type Ports } from './ports.ts';
import type { Written } from './put-product.ts';

/**
 * Enters the rules of the segments into the registry; their cards may still be on their way. Refuses:
 * scheme_differs, scheme_faulty, busy.
 */
export const draftScheme =
  (ports: Ports) =>
  (asker: Principal, scheme: SegmentScheme): Promise<Outcome<Written<SchemeVersion>>> =>
    enterVersion<SchemeVersion>(ports, asker, async () => {
      const [kept, versions] = await Promise.all([
        ports.store.get('schemeVersion', schemeIdOf(scheme)),
        listAll(ports.store, 'cardVersions', 'all', MAX_PAGE),
      ]);
      const cards = cardsToBe(versions);
      const entering = { scheme, hash: ports.digest(sortedJson(scheme)), cards };
      return {
        kept,
        decide: (done) => decideSchemeDraft(kept?.value, entering, done),
        change: (value) => ({ kind: 'schemeVersion', value, expected: 0 }),
      };
    });
