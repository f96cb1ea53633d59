import type { NeedId, ProductId } from '#domain/ids';
import { type ProductChange, productChange } from '#domain/matching/nearest/product-change';
import { whyNotNeed } from '#domain/need/need-actions';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { applicantIn, loadMarket, type Products } from './load-market.ts';
import type { Ports } from './ports.ts';

export type ChangeAsked = { readonly need: NeedId; readonly product: ProductId };

/**
 * The nearest change of one product for a need, as things stand today. What the need keeps back is looked at, so that a
 * disclosure is advised only where it helps: it is told to nobody but the firm and the office, who know it. Refuses:
 * not_found (the need, the product), need_not_open.
 */
export const readChange =
  (ports: Ports, products: Products) =>
  async (
    _asker: Principal,
    { need: id, product: wanted }: ChangeAsked,
  ): Promise<Outcome<ProductChange>> => {
    const asOf = ports.today();
    const kept = await ports.store.get('need', id);
    if (!kept) return refuse('not_found', { field: 'need', actual: id });
    const { value: need } = kept;
    const refusal = whyNotNeed('match', need, asOf);
    if (refusal) return { ok: false, refusal };
    const market = await loadMarket(ports, products, need.code);
    if (!market) return refuse('not_found', { field: 'code', actual: need.code });
    const product = market.catalogue.compiled.products.find((one) => one.id === wanted);
    if (!product) return refuse('not_found', { field: 'product', actual: wanted });
    return accept(
      productChange({
        need,
        product,
        applicant: applicantIn(market, need, asOf),
        kept: applicantIn(market, { ...(need.declared && { declared: need.declared }) }, asOf)
          .facts,
        lpr: ports.reference.lpr,
        asOf,
      }),
    );
  };
