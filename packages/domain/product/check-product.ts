import type { Refusal } from '../refusal.ts';
import { type Months, months } from '../time.ts';
import { badDivisions, badList, badRange, badText, outside, repeats } from './bounds.ts';
import { checkEligibility } from './check-eligibility.ts';
import { checkFees } from './check-fees.ts';
import { checkPricing } from './check-pricing.ts';
import {
  MAX_CRITERION_LIST,
  MAX_NAME,
  principalLimits,
  serviceDaysLimits,
  termLimits,
} from './limits.ts';
import type { ProductTerms } from './product.ts';
import type { ProductFeature, ProductKind } from './vocabulary.ts';

/**
 * All that is wrong with what a bank says of a product. In order: names (required, too_long); principal, term
 * (out_of_range: the ends within limits, then min <= max; the longest of its kind); what `checkPricing` refuses of
 * pricing and tiers, and `checkFees` of fees; guarantees, purposes, repayments (required), documents, features
 * (too_long, repeated); features that their product belies (contradiction); service (out_of_range); districts
 * (required: present but empty; too_long, repeated, not_in_list); validTo before validFrom (out_of_range); what
 * `checkEligibility` refuses.
 */
export const checkProduct = (product: ProductTerms): readonly Refusal[] => [
  ...checkNames(product),
  ...badRange('principal', product.principal, principalLimits),
  ...badRange('term', product.term, termLimits),
  ...tooLong(product),
  ...checkPricing(product),
  ...checkFees(product.fees),
  ...lists.flatMap((field) => [
    ...badList(field, product[field], MAX_CRITERION_LIST),
    ...repeats(field, product[field]),
  ]),
  ...repeats('documents', product.documents),
  ...repeats('features', product.features),
  ...belied(product),
  ...serviceSteps.flatMap((step) =>
    outside(`service.${step}`, product.service[step], serviceDaysLimits),
  ),
  ...checkDistricts(product),
  ...endsBeforeItBegins(product),
  ...checkEligibility(product),
];

const lists = ['guarantees', 'purposes', 'repayments'] as const;
const serviceSteps = ['acceptDays', 'decisionDays', 'disburseDays'] as const;

const checkNames = ({ bank, name, contact }: ProductTerms): readonly Refusal[] => [
  ...badText('bank.name', bank.name, MAX_NAME),
  ...(bank.branch === undefined ? [] : badText('bank.branch', bank.branch, MAX_NAME)),
  ...badText('name', name, MAX_NAME),
  ...(contact === undefined ? [] : badText('contact', contact, MAX_NAME)),
];

/** The longest that may be lent, where a rule says so of a kind. */
const longestTerm = {
  // Three years, five where the cash cycle is long (流动资金贷款管理办法, NFRA Order 2024-2): longer is never lawful.
  working_capital_loan: months(60),
} as const satisfies Partial<Record<ProductKind, Months>>;

const isRuled = (kind: ProductKind): kind is keyof typeof longestTerm => kind in longestTerm;

function tooLong({ kind, term }: ProductTerms): readonly Refusal[] {
  if (!isRuled(kind) || term.max <= longestTerm[kind]) return [];
  return [
    {
      code: 'out_of_range',
      field: 'term.max',
      expected: `..${longestTerm[kind]}`,
      actual: String(term.max),
    },
  ];
}

/** What a feature promises has to stand in the product too. */
const promises = {
  unsecured: { field: 'guarantees', item: 'unsecured' },
  renewal_without_repayment: { field: 'repayments', item: 'renewal_without_repayment' },
} as const satisfies Partial<Record<ProductFeature, object>>;

const isPromise = (feature: ProductFeature): feature is keyof typeof promises =>
  feature in promises;

const belied = (product: ProductTerms): readonly Refusal[] =>
  product.features.flatMap((feature, place) => {
    if (!isPromise(feature)) return [];
    const { field, item } = promises[feature];
    const said: readonly string[] = product[field];
    return said.includes(item)
      ? []
      : [
          {
            code: 'contradiction' as const,
            field: `features[${place}]`,
            expected: `${item} in ${field}`,
            actual: feature,
          },
        ];
  });

function checkDistricts({ districts }: ProductTerms): readonly Refusal[] {
  if (districts === undefined) return [];
  return [
    ...badList('districts', districts, MAX_CRITERION_LIST),
    ...repeats('districts', districts),
    ...badDivisions('districts', districts),
  ];
}

const endsBeforeItBegins = ({ validFrom, validTo }: ProductTerms): readonly Refusal[] =>
  validTo === undefined || validTo >= validFrom
    ? []
    : [{ code: 'out_of_range', field: 'validTo', expected: `>= ${validFrom}`, actual: validTo }];
