import type { CostComparison } from '#domain/cost/compare-costs';
import type { CostAsked, ProductCost } from '#domain/cost/product-cost';
import type { ProductId } from '#domain/ids';
import type { Command } from '#domain/refusal';

/** What a loan costs. */
export type CostCommands = {
  /** Of one product (贷款明白纸). Refuses: not_found, what `productCost` refuses. */
  readonly readCost: Command<CostAsked & { readonly product: ProductId }, ProductCost>;
  /** The same loan of several products, cheapest first, and why others lend none. */
  readonly compareCosts: Command<
    CostAsked & { readonly products: readonly ProductId[] },
    CostComparison
  >;
};
