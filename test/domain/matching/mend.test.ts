import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Applicant } from '#domain/matching/applicant';
import { match } from '#domain/matching/match';
import type { CriterionCode } from '#domain/matching/matching';
import type { Need } from '#domain/need/need';
import type { Product } from '#domain/product/product';
import { anyApplicant, anyNeed, anyProduct } from '../../support/arbitraries.ts';
import { LPR, TODAY } from '../../support/builders.ts';

type Case = { readonly product: Product; readonly need: Need; readonly applicant: Applicant };

const firm = (told: (product: Product) => Partial<Applicant>) => (given: Case) => ({
  ...given,
  applicant: { ...given.applicant, ...told(given.product) },
});
const fact = (name: string, value: (product: Product) => unknown) => (given: Case) => ({
  ...given,
  applicant: {
    ...given.applicant,
    facts: { ...given.applicant.facts, [name]: value(given.product) },
  },
});
const need = (told: (product: Product) => Partial<Need>) => (given: Case) => ({
  ...given,
  need: { ...given.need, ...told(given.product) },
});
const first = <Item>(items: readonly Item[]): Item => {
  const [item] = items;
  if (item === undefined) throw new Error('The generators never make an empty list.');
  return item;
};
/** The change that removes one failure and no other condition. */
const mendings = {
  hard_stop: firm(() => ({ hardStops: [] })),
  enterprise_operating: firm(() => ({ operating: true })),
  product_listed: (given) => ({
    ...given,
    product: { ...given.product, status: 'listed', validFrom: TODAY },
  }),
  principal: need(({ principal }) => ({ principal: principal.max })),
  term: need(({ term }) => ({ term: term.min })),
  purpose: need(({ purposes }) => ({ purpose: first(purposes) })),
  guarantee: need(({ guarantees }) => ({ guarantees: [first(guarantees)] })),
  repayment: (given) => {
    const { repayment: _, ...asked } = given.need;
    return { ...given, need: asked };
  },
  rate_ceiling: (given) => {
    const { rateCeiling: _, ...asked } = given.need;
    return { ...given, need: asked };
  },
  min_points: firm(({ criteria }) => ({ points: criteria.minPoints ?? 0 })),
  min_age_months: (given) => {
    const { establishedOn: _, ...applicant } = given.applicant;
    return fact('age_months', ({ criteria }) => criteria.minAgeMonths)({ ...given, applicant });
  },
  min_annual_sales: fact('sales_12m_fen', ({ criteria }) => criteria.minAnnualSales),
  min_insured_headcount: fact('insured_headcount', ({ criteria }) => criteria.minInsuredHeadcount),
  max_serious_penalties: fact('penalties_serious_36m', () => 0),
  tax_grade: fact('tax_grade', ({ criteria }) => criteria.taxGrades?.[0]),
  size: firm(({ criteria }) => ({ size: first(criteria.sizes ?? []) })),
  district: firm(({ criteria }) => ({ district: first(criteria.districts ?? []) })),
  industry: firm(({ criteria }) => ({ industry: first(criteria.industries ?? []) })),
  excluded_industry: firm(({ criteria }) => ({ industry: criteria.industries?.[0] ?? 'A01' })),
  recommended_only: firm(() => ({ recommended: true })),
} as const satisfies Record<CriterionCode, (given: Case) => Case>;

const judged = ({ product, need, applicant }: Case) =>
  first(match({ need, applicant, products: [product], lpr: LPR, asOf: TODAY }).products);

test('an ineligible product names its failures, and mending them all makes it eligible', () => {
  fc.assert(
    fc.property(anyProduct, anyNeed, anyApplicant, (product, need, applicant) => {
      const given = { product, need, applicant };
      const found = judged(given);
      if (found.eligible) return;
      expect(found.failed.length).toBeGreaterThan(0);
      const mended = found.failed.reduce<Case>(
        (mendedSoFar, { criterion }) => mendings[criterion](mendedSoFar),
        given,
      );
      expect(judged(mended)).toMatchObject({ eligible: true });
    }),
    { numRuns: 300 },
  );
});

test('mending all failures but one leaves that one alone', () => {
  fc.assert(
    fc.property(anyProduct, anyNeed, anyApplicant, (product, need, applicant) => {
      const given = { product, need, applicant };
      const found = judged(given);
      if (found.eligible) return;
      const [kept, ...others] = found.failed;
      const mended = others
        .filter(
          ({ criterion }) => !kept?.criterion.includes('industry') || criterion !== 'industry',
        )
        .reduce<Case>((mendedSoFar, { criterion }) => mendings[criterion](mendedSoFar), given);
      const left = judged(mended);
      expect(left.eligible ? [] : left.failed).toContainEqual(kept);
    }),
  );
});
