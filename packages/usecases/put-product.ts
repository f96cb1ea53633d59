import type { Principal } from '#domain/principal';
import { checkProduct } from '#domain/product/check-product';
import type { Product } from '#domain/product/product';
import { productDiffers } from '#domain/product/product-differs';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { announce } from './announce.ts';
import type { Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

export type Written<Value> = {
  readonly value: Value;
  readonly version: number;
  /** The first writing under this id. */
  readonly created: boolean;
};

/**
 * Lists a product or changes it; the same product again changes nothing. `expected` is the version that the
 * asker has seen, where it must not have moved since. Refuses: what `checkProduct` refuses, version_differs.
 */
export const putProduct =
  (ports: Ports) =>
  (
    asker: Principal,
    { product, expected }: { readonly product: Product; readonly expected?: number },
  ): Promise<Outcome<Written<Product>>> =>
    untilCommitted<Written<Product>>(async () => {
      const [fault] = checkProduct(product);
      if (fault) return { ok: false, refusal: fault };
      const kept = await ports.store.get('product', product.id);
      const version = kept?.version ?? 0;
      if (expected !== undefined && expected !== version)
        return refuse('version_differs', {
          field: 'If-Match',
          expected: `v${version}`,
          actual: `v${expected}`,
        });
      if (kept && !productDiffers(kept.value, product)) return accept({ ...kept, created: false });
      const result = await ports.store.commit({
        changes: [{ kind: 'product', value: product, expected: version }],
        events: [announce(ports, asker, { type: 'product_changed', product: product.id })],
        revisions: ['products'],
      });
      return committed(result, { value: product, version: version + 1, created: !kept });
    });
