import { reference } from '#adapters/reference/reference';
import { now } from '#adapters/system/clock';
import type { Applicant } from '#domain/matching/applicant';
import { type ProductChange, productChange } from '#domain/matching/nearest/product-change';
import { checkNeed } from '#domain/need/check-need';
import type { NeedTerms } from '#domain/need/need';
import type { Product } from '#domain/product/product';
import { accept, type Outcome } from '#domain/refusal';
import { type BusinessDate, dateOf } from '#domain/time';

/**
 * The nearest change without a store. A fact kept back is of unknown value here: the answer tells what it has to be.
 * Refuses what `checkNeed` refuses.
 */
export function changePlain({
  need,
  applicant,
  product,
  asOf = dateOf(now()),
}: {
  readonly need: NeedTerms;
  readonly applicant: Applicant;
  readonly product: Product;
  /** Today unless told. */
  readonly asOf?: BusinessDate | undefined;
}): Outcome<ProductChange> {
  const [refusal] = checkNeed(need, asOf);
  return refusal
    ? { ok: false, refusal }
    : accept(productChange({ need, applicant, product, lpr: reference().lpr, asOf }));
}
