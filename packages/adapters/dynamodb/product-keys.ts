import { readProductVersionId } from '#domain/ids';
import { isWaiting, versionIdOf } from '#domain/product/product-version';
import type { KeysOf } from './keys-of.ts';

/** How products are kept: the one in the market, and every version; part of the table in keys.ts. */
export const productKinds: KeysOf<'product' | 'productVersion'> = {
  product: {
    serves: 'one credit product as it is in the market, or was last',
    idOf: (value) => value.id,
    key: (id) => ({ pk: `PRODUCT#${id}`, sk: 'PRODUCT' }),
    gsi1: (value) => (value.status === 'delisted' ? undefined : { pk: 'PRODUCTS', sk: value.id }),
  },
  productVersion: {
    serves: 'one version of a product with its life',
    idOf: versionIdOf,
    key: (id) => {
      const { product, version = 0 } = readProductVersionId(id) ?? {};
      return { pk: `PRODUCT#${product}`, sk: `VERSION#${String(version).padStart(4, '0')}` };
    },
    gsi1: (value) =>
      isWaiting(value) ? { pk: 'PRODUCTDRAFTS', sk: versionIdOf(value) } : undefined,
    gsi2: (value) =>
      isWaiting(value)
        ? { pk: `BANK#${value.bank.id}#PRODUCTDRAFTS`, sk: versionIdOf(value) }
        : undefined,
  },
};
