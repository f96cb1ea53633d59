import { checkNeed } from '#domain/need/check-need';
import type { Need, NeedTerms } from '#domain/need/need';
import { needDiffers } from '#domain/need/need-differs';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { announce } from './announce.ts';
import { hardStop } from './hard-stop.ts';
import type { Ports } from './ports.ts';
import type { Written } from './put-product.ts';
import { committed, untilCommitted } from './until-committed.ts';

/**
 * Posts a need. Sent again it is the same need, whatever has become of it since. Refuses, in this order:
 * need_differs (same id, other content; names the field), what `checkNeed` refuses, enterprise_unknown,
 * enterprise_hard_stop (names the lists and their records). A firm that only a person should look at may ask.
 */
export const submitNeed =
  (ports: Ports) =>
  (asker: Principal, terms: NeedTerms): Promise<Outcome<Written<Need>>> =>
    untilCommitted<Written<Need>>(async () => {
      const [kept, enterprise] = await Promise.all([
        ports.store.get('need', terms.id),
        ports.store.get('enterprise', terms.code),
      ]);
      if (kept) {
        const field = needDiffers(kept.value, terms);
        return field
          ? refuse('need_differs', { field, expected: 'the need first posted under this id' })
          : accept({ ...kept, created: false });
      }
      const now = ports.now();
      const [fault] = checkNeed(terms, ports.today());
      if (fault) return { ok: false, refusal: fault };
      if (!enterprise) return refuse('enterprise_unknown', { field: 'code', actual: terms.code });
      const stop = await hardStop(ports, enterprise.value);
      if (stop) return { ok: false, refusal: stop };
      const value: Need = { ...terms, status: 'open', submittedAt: now };
      const result = await ports.store.commit({
        changes: [{ kind: 'need', value, expected: 0 }],
        events: [
          announce(ports, asker, { type: 'need_submitted', need: terms.id, code: terms.code }),
        ],
      });
      return committed(result, { value, version: 1, created: true });
    });
