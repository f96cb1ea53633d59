import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import {
  type CardRole,
  type CardVersion,
  versionIdOf,
} from '#domain/scoring/registry/card-version';
import { decideDraft } from '#domain/scoring/registry/decide-card';
import type { Scorecard } from '#domain/scoring/scorecard';
import { sortedJson } from '#domain/sorted-json';
import type { Ports } from './ports.ts';
import type { Written } from './put-product.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** Four eyes are told apart by this. */
export const nameOf = ({ kind, organisation, id }: Principal) => `${kind}/${organisation}/${id}`;

/** Enters a card into the registry. Refuses: card_faulty, card_differs, busy. */
export const draftCard =
  (ports: Ports) =>
  (
    asker: Principal,
    { card, role }: { readonly card: Scorecard; readonly role: CardRole },
  ): Promise<Outcome<Written<CardVersion>>> =>
    untilCommitted<Written<CardVersion>>(async () => {
      const kept = await ports.store.get('cardVersion', versionIdOf(card));
      const drafted = { card, hash: ports.digest(sortedJson(card)), role };
      const by = { by: nameOf(asker), at: ports.now() };
      const outcome = decideDraft(kept?.value, drafted, by);
      if (!outcome.ok) return outcome;
      if (kept) return accept({ ...kept, created: false });
      const result = await ports.store.commit({
        changes: [{ kind: 'cardVersion', value: outcome.value, expected: 0 }],
        events: [],
        by: asker,
      });
      return committed(result, { value: outcome.value, version: 1, created: true });
    });
