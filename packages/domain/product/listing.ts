import type { BusinessDate } from '../time.ts';
import type { Product } from './product.ts';

/** Can a firm ask for it on a day? Its first and last day belong to it. */
export const isListedOn = (
  { status, validFrom, validTo }: Pick<Product, 'status' | 'validFrom' | 'validTo'>,
  day: BusinessDate,
): boolean => status === 'listed' && validFrom <= day && (validTo === undefined || day <= validTo);
