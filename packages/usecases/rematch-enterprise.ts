import type { UnifiedCode } from '#domain/ids';
import type { Matching } from '#domain/matching/matching';
import { whyNotNeed } from '#domain/need/need-actions';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, type RefusalCode } from '#domain/refusal';
import { listAll } from './list-all.ts';
import type { Products } from './load-market.ts';
import { matchNeed } from './match-need.ts';
import type { Ports } from './ports.ts';

/** Of a need that went away or was closed meanwhile there is nothing to match. */
const GONE: ReadonlySet<RefusalCode> = new Set(['not_found', 'need_not_open']);

/**
 * Matches the firm's open needs anew, since its score has moved; answers how many. One that others hold up
 * does not keep the rest waiting. Refuses: busy.
 */
export const rematchEnterprise = (ports: Ports, products: Products) => {
  const matchOne = matchNeed(ports, products);
  return async (asker: Principal, code: UnifiedCode): Promise<Outcome<number>> => {
    const today = ports.today();
    const needs = await listAll(ports.store, 'needsOfEnterprise', code);
    const open = needs.filter((need) => whyNotNeed('match', need, today) === undefined);
    const matched: Outcome<Matching>[] = [];
    for (const need of open) matched.push(await matchOne(asker, { need: need.id }));
    const refused = matched.find((one) => !one.ok && !GONE.has(one.refusal.code));
    return refused && !refused.ok ? refused : accept(matched.filter((one) => one.ok).length);
  };
};
