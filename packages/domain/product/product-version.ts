import type { ProductVersionId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Product, ProductTerms } from './product.ts';

/** `supersede`: a later version has taken its place. */
export const moveNames = [
  'draft',
  'check',
  'return',
  'publish',
  'suspend',
  'resume',
  'delist',
  'supersede',
] as const;
export type ProductMove = (typeof moveNames)[number];

/** For whom somebody moves a product: its bank (银行), or the credit office (信用办). */
export const productSides = ['bank', 'office'] as const;
export type ProductSide = (typeof productSides)[number];

/** Who did what to it, for which side, when, and why. */
export type ProductStep = {
  readonly move: ProductMove;
  readonly side: ProductSide;
  readonly by: string;
  readonly at: Instant;
  readonly note?: string;
};

/** A version of a product with its life. What it says never changes; its status does. */
export type ProductVersion = Product & { readonly steps: readonly ProductStep[] };

/** What everybody may see of a version: not who moved it, nor what was said. */
export type ShownVersion = Product & {
  readonly steps: readonly (Pick<ProductStep, 'move' | 'side' | 'at'> &
    Partial<Pick<ProductStep, 'by' | 'note'>>)[];
};

export const versionIdOf = ({ id, version }: Pick<Product, 'id' | 'version'>): ProductVersionId =>
  `${id}.${version}`;

/** Not listed yet. */
export const isWaiting = ({ status }: Pick<Product, 'status'>): boolean =>
  status === 'draft' || status === 'checked';

/** A version as the market sees it. */
export function productOf({ steps: _, ...product }: ProductVersion): Product {
  return product;
}

/** What its bank says of it. */
export function termsOf({ version: _, status: __, ...terms }: Product): ProductTerms {
  return terms;
}

/** Once it was in the market, everybody may read what it said: needs and offers rest on it. */
export const wasListed = ({ steps }: Pick<ProductVersion, 'steps'>): boolean =>
  steps.some(({ move }) => move === 'publish');

export const shownVersion = ({ steps, ...product }: ProductVersion): ShownVersion => ({
  ...product,
  steps: steps.map(({ move, side, at }) => ({ move, side, at })),
});
