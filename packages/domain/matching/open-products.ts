import type { NeedTerms } from '../need/need.ts';
import type { Product } from '../product/product.ts';
import { type LprFixing, lprOn } from '../rate.ts';
import type { BusinessDate } from '../time.ts';
import type { Applicant } from './applicant.ts';
import { judgeProduct } from './judge-product.ts';

/** How many products would lend to the firm, whatever it needs: what they ask of the firm alone. */
export function openProducts({
  applicant,
  products,
  lpr,
  asOf,
}: {
  readonly applicant: Applicant;
  readonly products: readonly Product[];
  readonly lpr: readonly LprFixing[];
  readonly asOf: BusinessDate;
}): number {
  const fixing = lprOn(lpr, asOf);
  return products.filter((product) => {
    const need = fittingNeed(product, applicant, asOf);
    if (need === undefined) return false;
    const question = { need, applicant, asOf, ...(fixing && { fixing }) };
    return judgeProduct(product, question).verdict === 'yes';
  }).length;
}

/** A need that the product fits by itself: what then fails, fails for the firm. */
function fittingNeed(
  { principal, term, purposes: [purpose], guarantees }: Product,
  { code }: Applicant,
  asOf: BusinessDate,
): NeedTerms | undefined {
  if (purpose === undefined) return undefined;
  return {
    id: 'need_any',
    code,
    principal: principal.min,
    term: term.min,
    purpose,
    guarantees,
    audience: { to: 'all' },
    visibility: 'anonymous',
    validTo: asOf,
  };
}
