import { type Catalogue, compileCatalogue } from '#domain/matching/compile-catalogue';
import { listAll } from './list-all.ts';
import { MAX_PAGE, type Ports } from './ports.ts';

export type ProductCatalogue = { readonly revision: number; readonly compiled: Catalogue };

/**
 * Every product, compiled, kept in memory between calls and read again only when its revision has moved: a match
 * then costs one small read instead of the catalogue. The revision is read first, so that a product written
 * meanwhile is read again next time rather than missed.
 */
export function productCatalogue(ports: Ports): () => Promise<ProductCatalogue> {
  let catalogue: ProductCatalogue | undefined;
  return async () => {
    const [revision = 0] = await ports.store.revisions(['products']);
    if (catalogue?.revision !== revision) {
      const products = await listAll(ports.store, 'products', 'all', MAX_PAGE);
      catalogue = { revision, compiled: compileCatalogue(products) };
    }
    return catalogue;
  };
}
