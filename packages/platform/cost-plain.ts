import { reference } from '#adapters/reference/reference';
import { now } from '#adapters/system/clock';
import { type CostComparison, compareCosts } from '#domain/cost/compare-costs';
import { type CostAsked, type ProductCost, productCost } from '#domain/cost/product-cost';
import type { Product } from '#domain/product/product';
import { lprOn } from '#domain/rate';
import type { Outcome } from '#domain/refusal';
import { type BusinessDate, dateOf } from '#domain/time';

/** Products without a store, what is asked of them, and the day of their prices: today unless told. */
type Asked = { readonly asked: CostAsked; readonly asOf?: BusinessDate | undefined };

const fixingOn = (asOf: BusinessDate = dateOf(now())) => lprOn(reference().lpr, asOf);

/** The same answer as over HTTP. Refuses: what `productCost` refuses. */
export const costPlain = (product: Product, { asked, asOf }: Asked): Outcome<ProductCost> =>
  productCost(product, asked, fixingOn(asOf));

/** The same answer as over HTTP. */
export function comparePlain(products: readonly Product[], { asked, asOf }: Asked): CostComparison {
  const fixing = fixingOn(asOf);
  return compareCosts(
    products.map((product) => ({
      product: product.id,
      cost: productCost(product, asked, fixing),
    })),
  );
}
