import type { Criterion, Verdict } from '../../product/criterion.ts';
import type { EligibilityFactName } from '../../product/eligibility-facts.ts';
import type { Product } from '../../product/product.ts';
import type { Applicant } from '../applicant.ts';
import { criterionCode, verdictOf } from '../judge-criterion.ts';
import type { Finding } from '../matching.ts';
import { allOf, yesIf } from '../verdict.ts';

/** One thing that a product asks of a firm, whatever it needs. */
export type FirmAsk =
  | { readonly code: 'hard_stop' | 'enterprise_operating' }
  | { readonly code: Finding['code']; readonly criterion: Criterion };

/** In the bank's own order, after what no lender overrules. The district of a term is the firm's own. */
export const firmAsks = ({
  districts,
  eligibility,
}: Pick<Product, 'districts' | 'eligibility'>): readonly FirmAsk[] => [
  { code: 'hard_stop' },
  { code: 'enterprise_operating' },
  ...(districts
    ? [{ code: 'district', criterion: { fact: 'district', in: districts } } as const]
    : []),
  ...eligibility.map((criterion) => ({ code: criterionCode(criterion), criterion })),
];

export function firmVerdict(ask: FirmAsk, firm: Applicant): Verdict {
  if ('criterion' in ask) return verdictOf(ask.criterion, firm);
  return yesIf(ask.code === 'hard_stop' ? firm.hardStops.length === 0 : firm.operating);
}

/** One firm for one product, plainly; the columns answer the same for a whole city. */
export const judgeFirm = (product: Product, firm: Applicant): Verdict =>
  allOf(firmAsks(product).map((ask) => firmVerdict(ask, firm)));

/** The facts that products ask of firms: of no other is a column worth its room. */
export const factsAsked = (
  products: readonly Pick<Product, 'districts' | 'eligibility'>[],
): ReadonlySet<EligibilityFactName> =>
  new Set(
    products.flatMap((product) =>
      firmAsks(product).flatMap((ask) => ('criterion' in ask ? factsIn(ask.criterion) : [])),
    ),
  );

function factsIn(criterion: Criterion): readonly EligibilityFactName[] {
  if ('fact' in criterion) return [criterion.fact];
  if ('not' in criterion) return factsIn(criterion.not);
  return ('all' in criterion ? criterion.all : criterion.any).flatMap(factsIn);
}
