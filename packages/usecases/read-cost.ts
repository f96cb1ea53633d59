import { type CostComparison, compareCosts as comparedCosts } from '#domain/cost/compare-costs';
import { type CostAsked, type ProductCost, productCost } from '#domain/cost/product-cost';
import type { ProductId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { lprOn } from '#domain/rate';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { Ports } from './ports.ts';

/** Products of one comparison at most. */
export const MAX_COMPARED = 20;

/** What a loan of a product costs at today's price. Refuses: not_found, what `productCost` refuses. */
export const readCost =
  (ports: Ports) =>
  async (
    _asker: Principal,
    { product, ...asked }: CostAsked & { readonly product: ProductId },
  ): Promise<Outcome<ProductCost>> => {
    const kept = await ports.store.get('product', product);
    return kept
      ? productCost(kept.value, asked, lprOn(ports.reference.lpr, ports.today()))
      : absent(product);
  };

/** The same loan of several products, at most MAX_COMPARED, each of which counts once; refuses none of them. */
export const compareCosts =
  (ports: Ports) =>
  async (
    _asker: Principal,
    { products, ...asked }: CostAsked & { readonly products: readonly ProductId[] },
  ): Promise<Outcome<CostComparison>> => {
    const ids = [...new Set(products)];
    const kept = await ports.store.getMany('product', ids);
    const fixing = lprOn(ports.reference.lpr, ports.today());
    const costs = ids.map((product, index) => {
      const found = kept[index];
      return { product, cost: found ? productCost(found.value, asked, fixing) : absent(product) };
    });
    return accept(comparedCosts(costs));
  };

const absent = (product: ProductId) => refuse('not_found', { field: 'product', actual: product });
