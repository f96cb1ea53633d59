import { checkNeed } from '#domain/need/check-need';
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

/**
 * Posts a need. Sent again it is the same need, whatever has become of it since. Refuses, in this order:
 * need_differs (same id, other content; names the field), what `checkNeed` refuses, what `whyBarred` refuses.
 */
export const submitNeed =
  (ports: Ports, products: Products) =>
  (asker: Principal, terms: NeedTerms): Promise<Outcome<Written<Need>>> =>
    untilCommitted<Written<Need>>(async () => {
      const kept = await ports.store.get('need', terms.id);
      if (kept) {
        const field = needDiffers(kept.value, terms);
        return field
          ? refuse('need_differs', { field, expected: 'the need under this id, or If-Match' })
          : accept({ ...kept, created: false });
      }
      const [fault] = checkNeed(terms, ports.today());
      const refusal = fault ?? (await whyBarred(ports, products, terms));
      if (refusal) return { ok: false, refusal };
      const value: Need = { ...terms, status: 'open', edition: 1, submittedAt: ports.now() };
      const result = await ports.store.commit({
        changes: [
          { kind: 'need', value, expected: 0 },
          { kind: 'needEdition', value: editionOf(value), expected: 0 },
        ],
        events: [
          announce(ports, asker, { type: 'need_submitted', need: terms.id, code: terms.code }),
        ],
      });
      return committed(result, { value, version: 1, created: true });
    });
