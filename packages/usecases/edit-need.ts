import { checkNeed } from '#domain/need/check-need';
import { editedNeed } from '#domain/need/decide-edit';
import type { Need, NeedTerms } from '#domain/need/need';
import { needDiffers } from '#domain/need/need-differs';
import { editionOf } from '#domain/need/need-edition';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { announce } from './announce.ts';
import type { Products } from './load-market.ts';
import type { Ports } from './ports.ts';
import type { Written } from './put-product.ts';
import { committed, untilCommitted } from './until-committed.ts';
import { whyBarred } from './why-not-posted.ts';

/** Other terms for a need that is there; `seen` is the version that the asker has seen of it. */
export type NeedEdit = { readonly terms: NeedTerms; readonly seen: number };

/**
 * Edits a need: its next edition, while the ones before are kept as they were. The terms that it has already change
 * nothing, so that an edit sent twice is one. Refuses, in this order: version_differs (there is no such need), what
 * `editedNeed` refuses, what `checkNeed` refuses, what `whyBarred` refuses.
 */
export const editNeed =
  (ports: Ports, products: Products) =>
  (asker: Principal, { terms, seen }: NeedEdit): Promise<Outcome<Written<Need>>> =>
    untilCommitted<Written<Need>>(async () => {
      const kept = await ports.store.get('need', terms.id);
      if (!kept)
        return refuse('version_differs', {
          field: 'If-Match',
          expected: 'v0',
          actual: `v${seen}`,
        });
      if (!needDiffers(kept.value, terms)) return accept({ ...kept, created: false });
      const today = ports.today();
      const edited = editedNeed(kept, terms, { seen, now: ports.now(), today });
      if (!edited.ok) return edited;
      const [fault] = checkNeed(terms, today);
      const refusal = fault ?? (await whyBarred(ports, products, terms));
      if (refusal) return { ok: false, refusal };
      const { value } = edited;
      const { id: need, code, edition } = value;
      const result = await ports.store.commit({
        changes: [
          { kind: 'need', value, expected: kept.version },
          { kind: 'needEdition', value: editionOf(value), expected: 0 },
        ],
        events: [announce(ports, asker, { type: 'need_edited', need, code, edition })],
      });
      return committed(result, { value, version: kept.version + 1, created: false });
    });
