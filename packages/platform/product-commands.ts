import type { BankId, ProductId, ProductVersionId } from '#domain/ids';
import type { Product } from '#domain/product/product';
import type { ProductVersion, ShownVersion } from '#domain/product/product-version';
import type { Command } from '#domain/refusal';
import type { Versioned } from '#usecases/ports';
import type { ProductPut, Written } from '#usecases/put-product';
import type { Paged, PageOf } from '#usecases/read';

/** A version, and why it moves. */
export type ProductStepAsked = { readonly id: ProductVersionId; readonly note?: string };

/** What banks sell, and the office's part in it, as part of the platform. */
export type ProductCommands = {
  /** Drafts the next version. Refuses: what `checkProduct` refuses, version_differs, out_of_range (version), busy. */
  readonly putProduct: Command<ProductPut, Written<ProductVersion>>;
  /** Refuses: not_found, too_long (note), product_status_wrong, out_of_range (steps), busy; so do the steps after it. */
  readonly checkProduct: Command<ProductStepAsked, ProductVersion>;
  /** Back to its bank. Refuses besides: required (note). */
  readonly returnProduct: Command<ProductStepAsked, ProductVersion>;
  /** It is listed and takes the place of the version in the market. Refuses besides: valid_to_passed. */
  readonly publishProduct: Command<ProductStepAsked, ProductVersion>;
  /** Refuses besides: required (note, of the office). */
  readonly suspendProduct: Command<ProductStepAsked, ProductVersion>;
  /** Refuses besides: product_suspended_by_office, valid_to_passed. */
  readonly resumeProduct: Command<ProductStepAsked, ProductVersion>;
  /** For good. Refuses besides: required (note, of the office). */
  readonly delistProduct: Command<ProductStepAsked, ProductVersion>;
  /** As it is in the market, or was last; the version is its number. Refuses: not_found. */
  readonly readProduct: Command<ProductId, Versioned<Product>>;
  /** Listed and suspended, by id. */
  readonly listProducts: Command<PageOf, Paged<Product>>;
  /** Refuses: not_found; so it does of what was never listed, save to its bank and the office. */
  readonly readProductVersion: Command<ProductVersionId, ShownVersion>;
  /** Newest first. */
  readonly listProductVersions: Command<
    PageOf & { readonly product: ProductId },
    Paged<ShownVersion>
  >;
  /** What is not listed yet, by id: of a bank, or of all. */
  readonly listProductDrafts: Command<PageOf & { readonly bank?: BankId }, Paged<ProductVersion>>;
};
