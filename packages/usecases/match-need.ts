import type { NeedId, UnifiedCode } from '#domain/ids';
import { applicantOf } from '#domain/matching/applicant';
import { MATCHING_RULE_VERSION, match } from '#domain/matching/match';
import type { KeptMatching, Matching } from '#domain/matching/matching';
import type { Need } from '#domain/need/need';
import { whyNotNeed } from '#domain/need/need-actions';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, type RefusalCode, refuse } from '#domain/refusal';
import type { KeptScore } from '#domain/scoring/score';
import type { BusinessDate } from '#domain/time';
import { announce } from './announce.ts';
import { listAll } from './list-all.ts';
import type { Ports } from './ports.ts';
import type { ProductCatalogue } from './read-products.ts';
import { committed, untilCommitted } from './until-committed.ts';

type Products = () => Promise<ProductCatalogue>;

/** Matches a need with every product and keeps the result. Refuses: not_found, need_not_open. */
export const matchNeed =
  (ports: Ports, products: Products) =>
  (
    asker: Principal,
    { need: id, asOf = ports.today() }: { readonly need: NeedId; readonly asOf?: BusinessDate },
  ): Promise<Outcome<Matching>> =>
    untilCommitted<Matching>(async () => {
      const need = await ports.store.get('need', id);
      if (!need) return refuse('not_found', { field: 'need', actual: id });
      const refusal = whyNotNeed('match', need.value, asOf);
      if (refusal) return { ok: false, refusal };
      const [market, kept] = await Promise.all([
        loadMarket(ports, products, need.value.code),
        ports.store.get('matching', id),
      ]);
      if (!market) return refuse('not_found', { field: 'code', actual: need.value.code });
      const matching = matchIn(ports, market, need.value, asOf);
      const value: KeptMatching = {
        ...matching,
        revision: market.catalogue.revision,
        recommended: market.recommended,
        matchedAt: ports.now(),
      };
      const result = await ports.store.commit({
        changes: [{ kind: 'matching', value, expected: kept?.version ?? 0 }],
        events: [
          announce(ports, asker, {
            type: 'need_matched',
            need: id,
            code: value.code,
            eligible: value.eligible,
          }),
        ],
      });
      return committed(result, matching);
    });

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

/**
 * The matching of a need: the kept one where nothing has moved since, else one made on the spot. Of a need
 * that is no longer open, the last one kept. Refuses: not_found, need_not_matched.
 */
export const readMatching =
  (ports: Ports, products: Products) =>
  async (_asker: Principal, id: NeedId): Promise<Outcome<Matching>> => {
    const today = ports.today();
    const [need, kept] = await Promise.all([
      ports.store.get('need', id),
      ports.store.get('matching', id),
    ]);
    if (!need) return refuse('not_found', { field: 'need', actual: id });
    if (whyNotNeed('match', need.value, today))
      return kept
        ? accept(plain(kept.value))
        : refuse('need_not_matched', { field: 'need', actual: id });
    const market = await loadMarket(ports, products, need.value.code);
    if (!market) return refuse('not_found', { field: 'code', actual: need.value.code });
    return accept(
      kept && isCurrent(kept.value, market, today)
        ? plain(kept.value)
        : matchIn(ports, market, need.value, today),
    );
  };

/** What a match costs: the firm, its score, its place in the current whitelist, the catalogue's revision. */
async function loadMarket(ports: Ports, products: Products, code: UnifiedCode) {
  const [enterprise, score, current, catalogue] = await Promise.all([
    ports.store.get('enterprise', code),
    ports.store.get('score', code),
    ports.store.get('currentWhitelist', 'current'),
    products(),
  ]);
  if (!enterprise) return undefined;
  const listing =
    current && (await ports.store.get('listing', `${current.value.whitelist}/${code}`));
  return {
    enterprise: enterprise.value,
    score: score?.value,
    recommended: listing?.value.listed ?? false,
    catalogue,
  };
}
type Market = NonNullable<Awaited<ReturnType<typeof loadMarket>>>;

const matchIn = (ports: Ports, market: Market, need: Need, asOf: BusinessDate): Matching =>
  match({
    need,
    applicant: applicantOf(market),
    products: market.catalogue.products,
    lpr: ports.reference.lpr,
    asOf,
  });

const isCurrent = (kept: KeptMatching, market: Market, today: BusinessDate): boolean =>
  kept.revision === market.catalogue.revision &&
  kept.asOf === today &&
  kept.ruleVersion === MATCHING_RULE_VERSION &&
  kept.recommended === market.recommended &&
  scoredBefore(market.score, kept);

const scoredBefore = (score: KeptScore | undefined, kept: KeptMatching): boolean =>
  score === undefined ? kept.points === undefined : score.scoredAt <= kept.matchedAt;

function plain({
  revision: _,
  recommended: __,
  matchedAt: ___,
  ...matching
}: KeptMatching): Matching {
  return matching;
}
