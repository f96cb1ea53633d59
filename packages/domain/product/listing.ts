import type { BusinessDate } from '../time.ts';
import type { Product, ProductStatus } from './product.ts';

export type Listing = Pick<Product, 'status' | 'validFrom'> & {
  readonly validTo?: Product['validTo'] | undefined;
};

/** How a product stands on a day: its status, or, listed, whether the day lies before or behind its validity. */
export function listingOn(
  { status, validFrom, validTo }: Listing,
  day: BusinessDate,
): ProductStatus | 'not_yet_valid' | 'expired' {
  if (status !== 'listed') return status;
  if (day < validFrom) return 'not_yet_valid';
  return validTo !== undefined && day > validTo ? 'expired' : status;
}

/** Can a firm ask for it on a day? Its first and last day belong to it. */
export const isListedOn = (product: Listing, day: BusinessDate): boolean =>
  listingOn(product, day) === 'listed';
