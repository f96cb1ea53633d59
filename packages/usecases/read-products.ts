import type { Product } from '#domain/product/product';
import { listAll } from './list-all.ts';
import { MAX_PAGE, type Ports } from './ports.ts';

export type ProductCatalogue = { readonly revision: number; readonly products: readonly Product[] };

/**
 * Every product, kept in memory between calls and read again only when its revision has moved: a match then
 * costs one small read instead of the catalogue. The revision is read first, so that a product written
 * meanwhile is read again next time rather than missed.
 */
export function productCatalogue(ports: Ports): () => Promise<ProductCatalogue> {
  let catalogue: ProductCatalogue | undefined;
  return async () => {
    const [revision = 0] = await ports.store.revisions(['products']);
    if (catalogue?.revision !== revision)
      catalogue = { revision, products: await listAll(ports.store, 'products', 'all', MAX_PAGE) };
    return catalogue;
  };
}
