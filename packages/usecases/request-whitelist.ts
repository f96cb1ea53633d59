import type { WhitelistId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { checkRule } from '#domain/whitelist/check-rule';
import { WHITELIST_RULE_VERSION } from '#domain/whitelist/consider';
import type { Whitelist, WhitelistRule } from '#domain/whitelist/whitelist';
import { whitelistDiffers } from '#domain/whitelist/whitelist-differs';
import { announce } from './announce.ts';
import type { Ports } from './ports.ts';
import type { Written } from './put-product.ts';
import { committed, untilCommitted } from './until-committed.ts';

export type WhitelistTerms = {
  readonly id: WhitelistId;
  readonly name: string;
  readonly rule: WhitelistRule;
};

/**
 * Asks for the draft of a recommended list; an event starts the drafting. Refuses: whitelist_differs (same
 * id, other name or rule), what `checkRule` refuses.
 */
export const requestWhitelist =
  (ports: Ports) =>
  (asker: Principal, terms: WhitelistTerms): Promise<Outcome<Written<Whitelist>>> =>
    untilCommitted<Written<Whitelist>>(async () => {
      const kept = await ports.store.get('whitelist', terms.id);
      if (kept) {
        const field = whitelistDiffers(kept.value, terms);
        return field
          ? refuse('whitelist_differs', {
              field,
              expected: 'the list first requested under this id',
            })
          : accept({ ...kept, created: false });
      }
      const [fault] = checkRule(terms.rule);
      if (fault) return { ok: false, refusal: fault };
      const now = ports.now();
      const value: Whitelist = {
        ...terms,
        ruleVersion: WHITELIST_RULE_VERSION,
        asOf: ports.today(),
        status: 'drafting',
        requestedAt: now,
        considered: 0,
        listed: 0,
      };
      const result = await ports.store.commit({
        changes: [{ kind: 'whitelist', value, expected: 0 }],
        events: [
          announce(ports, asker, { type: 'whitelist_drafting', whitelist: terms.id, after: '' }),
        ],
      });
      return committed(result, { value, version: 1, created: true });
    });
