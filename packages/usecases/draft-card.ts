import type { Principal } from '#domain/principal';
import type { Outcome } from '#domain/refusal';
import {
  type CardRole,
  type CardVersion,
  versionIdOf,
} from '#domain/scoring/registry/card-version';
import { decideDraft } from '#domain/scoring/registry/decide-card';
import type { Scorecard } from '#domain/scoring/scorecard';
import { sortedJson } from '#domain/sorted-json';
import { enterVersion } from './enter-version.ts';
import type { Ports } from './ports.ts';
import type { Written } from './put-product.ts';

/** Enters a card into the registry. Refuses: card_faulty, card_differs, busy. */
export const draftCard =
  (ports: Ports) =>
  (
    asker: Principal,
    { card, role }: { readonly card: Scorecard; readonly role: CardRole },
  ): Promise<Outcome<Written<CardVersion>>> =>
    enterVersion<CardVersion>(ports, asker, async () => {
      const kept = await ports.store.get('cardVersion', versionIdOf(card));
      const entering = { card, hash: ports.digest(sortedJson(card)), role };
      return {
        kept,
        decide: (done) => decideDraft(kept?.value, entering, done),
        change: (value) => ({ kind: 'cardVersion', value, expected: 0 }),
      };
    });
