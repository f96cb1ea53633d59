import type { CollectionsOf } from './keys-of.ts';

type Products = 'products' | 'versionsOfProduct' | 'productDrafts' | 'productDraftsOf';

/** How products are asked for; part of the table in collections.ts. */
export const productCollections: CollectionsOf<Products> = {
  products: {
    serves: 'the catalogue of products, listed and suspended',
    kind: 'product',
    index: 'gsi1',
    pk: () => 'PRODUCTS',
  },
  versionsOfProduct: {
    serves: 'the versions of a product, newest first',
    kind: 'productVersion',
    pk: (id) => `PRODUCT#${id}`,
    prefix: 'VERSION#',
    newestFirst: true,
  },
  productDrafts: {
    serves: 'what banks have drafted and the office has not listed',
    kind: 'productVersion',
    index: 'gsi1',
    pk: () => 'PRODUCTDRAFTS',
  },
  productDraftsOf: {
    serves: 'what a bank has drafted and the office has not listed',
    kind: 'productVersion',
    index: 'gsi2',
    pk: (bank) => `BANK#${bank}#PRODUCTDRAFTS`,
  },
};
