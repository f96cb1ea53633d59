import { MAX_MATCHES } from '#domain/matching/page';
import { bestOfBanks, type Ranked } from '#domain/matching-event/best-of-banks';
import type { Need } from '#domain/need/need';
import type { BusinessDate } from '#domain/time';
import { loadMarket, matchIn, type Products } from './load-market.ts';
import type { Ports } from './ports.ts';

/** What a need would take in an event, as of a day: the best product of each bank, by its matching. */
export type RankNeed = (need: Need, asOf: BusinessDate) => Promise<readonly Ranked[]>;

/** By the same matching that the firm sees; a product outside the audience of the need does not fit it. */
export const rankingBy =
  (ports: Ports, products: Products): RankNeed =>
  async (need, asOf) => {
    const market = await loadMarket(ports, products, need.code);
    if (!market) return [];
    const pages = { limit: MAX_MATCHES, verdict: 'yes' } as const;
    let page = matchIn(ports, market, need, asOf, pages);
    const fitting = [...page.products];
    while (page.next !== undefined) {
      page = matchIn(ports, market, need, asOf, { ...pages, after: page.next });
      fitting.push(...page.products);
    }
    return bestOfBanks(fitting);
  };
