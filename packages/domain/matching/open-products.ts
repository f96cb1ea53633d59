import type { NeedTerms } from '../need/need.ts';
import type { Product } from '../product/product.ts';
import type { LprFixing } from '../rate.ts';
import type { BusinessDate } from '../time.ts';
import type { Applicant } from './applicant.ts';
import { failedCriteria } from './criteria.ts';
import { contextOf } from './match.ts';

/** How many products would lend to the firm, whatever it needs: their criteria on the firm alone. */
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
  const context = contextOf(applicant, lpr, asOf);
  return products.filter((product) => {
    const need = fittingNeed(product, applicant, asOf);
    return need !== undefined && failedCriteria(product, need, applicant, context).length === 0;
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
    validTo: asOf,
  };
}
