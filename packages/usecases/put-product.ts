import type { ProductId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { decideDraft } from '#domain/product/decide-product';
import type { ProductTerms } from '#domain/product/product';
import type { ProductVersion } from '#domain/product/product-version';
import { accept, type Outcome } from '#domain/refusal';
import { productStep } from './move-product.ts';
import type { Ports, Versioned } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

export type Written<Value> = {
  readonly value: Value;
  readonly version: number;
  /** The first writing under this id. */
  readonly created: boolean;
};

/** What a bank says of a product, and the version that it has seen: its number, or `any` where there is to be one. */
export type ProductPut = { readonly product: ProductTerms; readonly expected?: number | 'any' };

/**
 * Drafts the next version of a product; the same product again changes nothing. `version` is the number of the
 * version. Refuses: what `decideDraft` refuses, busy.
 */
export const putProduct =
  (ports: Ports) =>
  (
    asker: Principal,
    { product: terms, expected }: ProductPut,
  ): Promise<Outcome<Written<ProductVersion>>> =>
    untilCommitted<Written<ProductVersion>>(async () => {
      const latest = await latestVersion(ports, terms.id);
      const { by, event } = productStep(ports, asker);
      const decided = decideDraft(latest?.value, { terms, expected }, by);
      if (!decided.ok) return decided;
      const { version: value, superseded } = decided.value;
      const written = { value, version: value.version, created: value !== latest?.value };
      if (!written.created) return accept(written);
      const result = await ports.store.commit({
        changes: [
          { kind: 'productVersion', value, expected: 0 },
          ...(superseded && latest
            ? [
                {
                  kind: 'productVersion' as const,
                  value: superseded,
                  expected: latest.version,
                },
              ]
            : []),
        ],
        events: [event('draft', value)],
      });
      return committed(result, written);
    });

/** The last that was drafted, wherever it stands by now. */
export async function latestVersion(
  { store }: Pick<Ports, 'store'>,
  id: ProductId,
): Promise<Versioned<ProductVersion> | undefined> {
  const { items } = await store.list('versionsOfProduct', id, { limit: 1 });
  return items[0];
}
