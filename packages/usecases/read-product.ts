import type { BankId, ProductId, ProductVersionId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import type { Product } from '#domain/product/product';
import {
  type ProductVersion,
  type ShownVersion,
  shownVersion,
  wasListed,
} from '#domain/product/product-version';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { Ports, Versioned } from './ports.ts';
import { type Paged, type PageOf, readOne, readPage } from './read.ts';

/** A product as it is in the market, or was last; its version is the number of its version. Refuses: not_found. */
export const readProduct =
  (ports: Ports) =>
  async (asker: Principal, id: ProductId): Promise<Outcome<Versioned<Product>>> => {
    const kept = await readOne(ports, 'product')(asker, id);
    return kept.ok ? accept({ ...kept.value, version: kept.value.value.version }) : kept;
  };

/** The bank whose it is and the office see all of it; everybody else what was listed once, and not who moved it. */
function seenBy(asker: Principal, version: ProductVersion): ShownVersion | undefined {
  const isBanks = asker.kind === 'bank' && asker.organisation === version.bank.id;
  if (asker.kind === 'office' || asker.kind === 'system' || isBanks) return version;
  return wasListed(version) ? shownVersion(version) : undefined;
}

/** Refuses: not_found. */
export const readProductVersion =
  (ports: Ports) =>
  async (asker: Principal, id: ProductVersionId): Promise<Outcome<ShownVersion>> => {
    const kept = await ports.store.get('productVersion', id);
    const seen = kept && seenBy(asker, kept.value);
    return seen ? accept(seen) : refuse('not_found', { field: 'product', actual: id });
  };

/** Newest first; a page may hold fewer than asked for, since what was never listed is its bank's and the office's. */
export const listProductVersions =
  (ports: Ports) =>
  async (
    asker: Principal,
    { product, ...page }: PageOf & { readonly product: ProductId },
  ): Promise<Outcome<Paged<ShownVersion>>> => {
    const found = await readPage(ports, 'versionsOfProduct')(asker, { ...page, of: product });
    if (!found.ok) return found;
    return accept({
      ...found.value,
      items: found.value.items.flatMap((version) => seenBy(asker, version) ?? []),
    });
  };

/** What is not listed yet, by id: of a bank, or of all. */
export const listProductDrafts =
  (ports: Ports) =>
  (
    asker: Principal,
    { bank, ...page }: PageOf & { readonly bank?: BankId },
  ): Promise<Outcome<Paged<ProductVersion>>> =>
    bank === undefined
      ? readPage(ports, 'productDrafts')(asker, { ...page, of: 'all' })
      : readPage(ports, 'productDraftsOf')(asker, { ...page, of: bank });
