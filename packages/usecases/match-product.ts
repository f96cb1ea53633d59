import type { ProductId } from '#domain/ids';
import { judgeProduct } from '#domain/matching/judge-product';
import { whyNotNeed } from '#domain/need/need-actions';
import type { Principal } from '#domain/principal';
import { lprOn } from '#domain/rate';
import { accept, type Outcome } from '#domain/refusal';
import { announce } from './announce.ts';
import { applicantIn, loadMarket, type Products } from './load-market.ts';
import { matchNeed } from './match-need.ts';
import type { Ports } from './ports.ts';

/** Needs of one stretch: a few seconds of work, far from the end of a function's time. */
const STRETCH = 200;

/** Which needs a product has found in a stretch; `next`: where the following one begins. */
export type FoundNeeds = {
  readonly looked: number;
  readonly found: number;
  readonly next?: string;
};

/**
 * A product that is listed finds the needs that wait: one stretch of the open needs after `after` ('' = from the
 * start); those that it fits are matched anew, and an event asks for the next stretch. A stretch that comes twice
 * changes nothing. Refuses: busy.
 */
export const matchProduct = (ports: Ports, products: Products) => {
  const matchOne = matchNeed(ports, products);
  return async (
    asker: Principal,
    { product: id, after }: { readonly product: ProductId; readonly after: string },
  ): Promise<Outcome<FoundNeeds>> => {
    const today = ports.today();
    const page = await ports.store.list('needs', 'all', {
      limit: STRETCH,
      ...(after && { after }),
    });
    const open = page.items.filter(({ value }) => whyNotNeed('match', value, today) === undefined);
    const product = open.length > 0 ? (await ports.store.get('product', id))?.value : undefined;
    const fixing = lprOn(ports.reference.lpr, today);
    let found = 0;
    for (const { value: need } of open) {
      if (product?.status !== 'listed') break;
      const market = await loadMarket(ports, products, need.code);
      if (!market) continue;
      const applicant = applicantIn(market, need, today);
      const question = { need, applicant, asOf: today, ...(fixing && { fixing }) };
      if (judgeProduct(product, question).verdict !== 'yes') continue;
      const matched = await matchOne(asker, { need: need.id });
      if (!matched.ok && matched.refusal.code === 'busy') return matched;
      found += 1;
    }
    if (page.next !== undefined)
      await ports.store.commit({
        changes: [],
        events: [
          announce(ports, asker, { type: 'product_matching', product: id, after: page.next }),
        ],
      });
    return accept({
      looked: open.length,
      found,
      ...(page.next !== undefined && { next: page.next }),
    });
  };
};
