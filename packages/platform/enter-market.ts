import type { Principal } from '#domain/principal';
import type { ProductTerms } from '#domain/product/product';
import { type ProductVersion, versionIdOf } from '#domain/product/product-version';
import { accept, type Outcome } from '#domain/refusal';
import type { ProductCommands } from './product-commands.ts';

/** Who takes each step. */
export type MarketSteps = {
  readonly drafts: Principal;
  readonly checks: Principal;
  readonly publishes: Principal;
};

/** All by one who may do everything: on one machine there is nobody else. */
export const alone = (asker: Principal): MarketSteps => ({
  drafts: asker,
  checks: asker,
  publishes: asker,
});

/**
 * A product through all moves into the market: drafted, checked, published. Goes on where an earlier attempt was cut
 * off, and changes nothing of what is listed, suspended or delisted as it is. Refuses what each step refuses.
 */
export async function enterMarket(
  platform: Pick<ProductCommands, 'putProduct' | 'checkProduct' | 'publishProduct'>,
  product: ProductTerms,
  { drafts, checks, publishes }: MarketSteps,
): Promise<Outcome<ProductVersion>> {
  const drafted = await platform.putProduct(drafts, { product });
  if (!drafted.ok) return drafted;
  const { value } = drafted.value;
  const id = versionIdOf(value);
  const checked =
    value.status === 'draft' ? await platform.checkProduct(checks, { id }) : accept(value);
  if (!checked.ok || checked.value.status !== 'checked') return checked;
  return platform.publishProduct(publishes, { id });
}
