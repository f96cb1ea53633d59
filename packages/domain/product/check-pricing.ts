import type { LprTenor } from '../rate.ts';
import type { Refusal } from '../refusal.ts';
import { badList, badRange, repeats } from './bounds.ts';
import { eligibilityFact } from './eligibility-facts.ts';
import { MAX_TIERS, principalLimits, rateLimits, spreadLimits } from './limits.ts';
import { tiersBefore } from './price-tiers.ts';
import type { PriceTier, ProductTerms, Range } from './product.ts';

/** The loans that an LPR prices, in months: up to a year the 1Y, beyond five the 5Y, between by contract (domain.md C11). */
const pricedBy = {
  '1Y': { min: 1, max: 60 },
  '5Y': { min: 13, max: 360 },
} as const satisfies Record<LprTenor, Range<number>>;

/**
 * In order: pricing (out_of_range: the ends within limits, then min <= max), an LPR that may not price all of its
 * terms (contradiction), too many tiers (too_long), then of each tier: its ends, its grades (required: present but
 * empty; repeated, not_in_list), its amounts (out_of_range), amounts that the product does not lend, and a tier that
 * never holds since those before it always do (contradiction).
 */
export function checkPricing(product: ProductTerms): readonly Refusal[] {
  const { pricing, tiers = [] } = product;
  return [
    ...badRange('pricing', pricing, pricing.kind === 'fixed' ? rateLimits : spreadLimits),
    ...wrongTenor(product),
    ...(tiers.length > MAX_TIERS ? badList('tiers', tiers, MAX_TIERS) : []),
    ...tiers.flatMap((tier, place) => {
      const faults = checkTier(product, tier, `tiers[${place}]`);
      return faults.length > 0 ? faults : neverHolds(product, tiers, place);
    }),
  ];
}

function wrongTenor({ pricing, term }: ProductTerms): readonly Refusal[] {
  if (pricing.kind === 'fixed') return [];
  const { min, max } = pricedBy[pricing.tenor];
  if (term.min >= min && term.max <= max) return [];
  return [
    {
      code: 'contradiction',
      field: 'pricing.tenor',
      expected: `term within ${min}..${max}`,
      actual: `${pricing.tenor} for ${term.min}..${term.max}`,
    },
  ];
}

const grades = eligibilityFact('grade').choices ?? [];

function checkTier(
  { pricing, principal }: ProductTerms,
  tier: PriceTier,
  field: string,
): readonly Refusal[] {
  return [
    ...badRange(field, tier, pricing.kind === 'fixed' ? rateLimits : spreadLimits),
    ...(tier.grades ? checkGrades(`${field}.grades`, tier.grades) : []),
    ...(tier.principal ? badRange(`${field}.principal`, tier.principal, principalLimits) : []),
    ...(tier.principal && (tier.principal.min > principal.max || tier.principal.max < principal.min)
      ? [
          {
            code: 'contradiction' as const,
            field: `${field}.principal`,
            expected: `principal: ${principal.min}..${principal.max}`,
            actual: `${tier.principal.min}..${tier.principal.max}`,
          },
        ]
      : []),
  ];
}

const checkGrades = (field: string, told: readonly string[]): readonly Refusal[] => [
  ...badList(field, told, grades.length),
  ...repeats(field, told),
  ...told.flatMap((grade, place) =>
    grades.includes(grade)
      ? []
      : [
          {
            code: 'not_in_list' as const,
            field: `${field}[${place}]`,
            expected: grades.join(', '),
            actual: grade,
          },
        ],
  ),
];

function neverHolds(
  { principal }: ProductTerms,
  tiers: readonly PriceTier[],
  place: number,
): readonly Refusal[] {
  const before = tiersBefore(tiers, place, { principal, grades });
  return before.length === 0
    ? []
    : [
        {
          code: 'contradiction',
          field: `tiers[${place}]`,
          expected: `what ${before.map((one) => `tiers[${one}]`).join(', ')} leaves`,
        },
      ];
}
