import fc from 'fast-check';
import { dataCategoryIds } from '#domain/consent/data-categories';
import type { Enterprise } from '#domain/enterprise/enterprise';
import type { Applicant } from '#domain/matching/applicant';
import { fen } from '#domain/money';
import type { Declared, Need, NeedTerms } from '#domain/need/need';
import {
  type Criteria,
  guarantees,
  type Product,
  purposes,
  repayments,
} from '#domain/product/product';
import {
  guaranteeKinds,
  type Purpose,
  purposeKinds,
  repaymentKinds,
} from '#domain/product/vocabulary';
import { basisPoints } from '#domain/rate';
import type { KeptScore } from '#domain/scoring/score';
import { addDays, months } from '#domain/time';
import type { WhitelistRule } from '#domain/whitelist/whitelist';
import {
  aNeed,
  anApplicant,
  anEnterprise,
  aProduct,
  aRule,
  aScore,
  aStranger,
  TODAY,
} from './builders.ts';

const sizes = ['large', 'medium', 'small', 'micro'] as const;
const districts = ['320505', '320508', '320594'] as const;
const grades = ['A', 'B', 'M', 'C', 'D'] as const;
const money = (max: number) => fc.integer({ min: 1, max }).map(fen);
const rate = (min: number, max: number) => fc.integer({ min, max }).map(basisPoints);
const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(TODAY, days));
const keysOf = <Key extends string>(words: Readonly<Record<Key, unknown>>) =>
  Object.keys(words) as Key[];
const some = <Item>(items: readonly Item[]) => fc.subarray([...items], { minLength: 1 });

const range = <Value extends number>(value: fc.Arbitrary<Value>) =>
  fc.tuple(value, value).map(([a, b]) => (a <= b ? { min: a, max: b } : { min: b, max: a }));

/** Tells at most `most` of the fields, so that what a builder does not hear of stays agreeable. */
const told = <Value extends object>(
  model: { [K in keyof Value]: fc.Arbitrary<Value[K]> },
  most = 3,
): fc.Arbitrary<Partial<Value>> => {
  const fields = Object.keys(model) as (keyof Value)[];
  return fc
    .tuple(fc.record<Value>(model), fc.subarray(fields, { maxLength: most }))
    .map(([value, kept]) => {
      const partial: Partial<Value> = {};
      for (const field of kept) partial[field] = value[field];
      return partial;
    });
};

/** Industries allowed and excluded never overlap, so that each criterion can be mended alone. */
export const anyCriteria = told<Required<Criteria>>(
  {
    minPoints: fc.integer({ min: 0, max: 1000 }),
    minAgeMonths: fc.integer({ min: 0, max: 120 }),
    minAnnualSales: money(1_000_000_000),
    minInsuredHeadcount: fc.integer({ min: 0, max: 50 }),
    maxSeriousPenalties: fc.integer({ min: 0, max: 3 }),
    taxGrades: some(grades),
    sizes: some(sizes),
    districts: some(districts),
    industries: some(['C', 'F51', '63', 'E4710']),
    excludedIndustries: some(['J', 'K70', '72']),
    recommendedOnly: fc.boolean(),
  },
  6,
);

const anyPricing = fc.oneof(
  range(rate(0, 2400)).map((ends) => ({ kind: 'fixed' as const, ...ends })),
  fc
    .record({ tenor: fc.constantFrom('1Y' as const, '5Y' as const), ends: range(rate(-400, 900)) })
    .map(({ tenor, ends }) => ({ kind: 'lpr' as const, tenor, ...ends })),
);

export const anyProduct: fc.Arbitrary<Product> = told<Omit<Product, 'id' | 'bank' | 'name'>>({
  status: fc.constantFrom('listed', 'listed', 'listed', 'delisted'),
  principal: range(money(1_000_000_000)),
  term: range(fc.integer({ min: 1, max: 120 }).map(months)),
  pricing: anyPricing,
  guarantees: some(guarantees),
  purposes: some(purposes),
  repayments: some(repayments),
  criteria: anyCriteria,
  decisionDays: fc.integer({ min: 0, max: 60 }),
  validFrom: day(-400, 30),
}).map(aProduct);

/** Up to thirty products, each with its own id, in any order. */
export const anyProducts: fc.Arbitrary<readonly Product[]> = fc
  .array(anyProduct, { maxLength: 30 })
  .map((products) =>
    products.map((product, index): Product => ({ ...product, id: `product_p${index}` })),
  );

const anyAudience: fc.Arbitrary<NeedTerms['audience']> = fc.oneof(
  fc.constant({ to: 'all' as const }),
  fc.record({ to: fc.constant('product' as const), product: fc.constant('product_p0' as const) }),
  fc.record({
    to: fc.constant('banks' as const),
    banks: some(['bank_gusu', 'bank_wuzhong', 'bank_other'] as const),
  }),
);

const anyDeclared: fc.Arbitrary<Declared> = told<Required<Declared>>({
  existingLoans: fc.nat({ max: 1_000_000_000 }).map(fen),
  existingLenders: fc.nat({ max: 9 }),
  firstTimeBorrower: fc.constant(false),
  collateralValue: money(1_000_000_000),
});

type AnyTerms = Omit<NeedTerms, 'id' | 'code' | 'validTo' | 'consents' | 'purpose'> & {
  readonly purpose: Purpose;
};

/** What `checkNeed` refuses none of on the builders' day. */
export const anyNeed: fc.Arbitrary<Need> = told<Required<AnyTerms>>(
  {
    principal: money(1_000_000_000),
    term: fc.integer({ min: 1, max: 120 }).map(months),
    purpose: fc.constantFrom(...keysOf(purposeKinds)),
    purposeDetail: fc.constantFrom('采购原材料', '支付货款\n及运费', '上海某某股份有限公司的订单'),
    guarantees: some(keysOf(guaranteeKinds)),
    repayment: fc.constantFrom(...keysOf(repaymentKinds)),
    rateCeiling: rate(100, 2400),
    expectedOn: day(0, 60),
    district: fc.constantFrom(...districts),
    declared: anyDeclared,
    audience: anyAudience,
    visibility: fc.constantFrom('named', 'anonymous'),
    discloses: some(dataCategoryIds),
    attachments: fc.constant([{ kind: 'contracts', name: '合同.pdf', digest: 'ab'.repeat(32) }]),
  },
  6,
).map(aNeed);

const anyFacts = told<{
  age_months: number;
  sales_12m_fen: number;
  insured_headcount: number;
  penalties_serious_36m: number;
  tax_grade: string;
}>({
  age_months: fc.integer({ min: 0, max: 300 }),
  sales_12m_fen: fc.integer({ min: 0, max: 2_000_000_000 }),
  insured_headcount: fc.integer({ min: 0, max: 100 }),
  penalties_serious_36m: fc.integer({ min: 0, max: 5 }),
  tax_grade: fc.constantFrom(...grades),
});

const anyIndustry = fc.constantFrom(
  'C3921',
  'C',
  '5143',
  'F5143',
  'I6510',
  'J6620',
  'K7010',
  'E47',
);

export const anyApplicant: fc.Arbitrary<Applicant> = fc
  .tuple(
    fc.constantFrom(anApplicant, anApplicant, aStranger),
    told<Required<Omit<Applicant, 'code' | 'grade'>>>({
      operating: fc.boolean(),
      points: fc.integer({ min: 0, max: 1000 }),
      hardStops: fc.subarray(['dishonest_debtor_in_force', 'major_tax_violation']),
      facts: anyFacts,
      size: fc.constantFrom(...sizes),
      establishedOn: day(-9000, 0),
      industry: anyIndustry,
      district: fc.constantFrom(...districts, '320581'),
      recommended: fc.boolean(),
    }),
  )
  .map(([build, known]) => build(known));

export const anyEnterprise: fc.Arbitrary<Enterprise> = told<
  Required<Pick<Enterprise, 'status' | 'industry' | 'district'>>
>({
  status: fc.constantFrom('operating', 'operating', 'cancelled', 'revoked', 'moved_out'),
  industry: anyIndustry,
  district: fc.constantFrom(...districts),
}).map(anEnterprise);

export const anyScore: fc.Arbitrary<KeptScore> = told<
  Required<Pick<KeptScore, 'points' | 'coverage' | 'vetoes' | 'facts' | 'size'>>
>({
  points: fc.integer({ min: 0, max: 1000 }),
  coverage: rate(0, 10_000),
  vetoes: fc.subarray(['dishonest_debtor_in_force']),
  facts: anyFacts,
  size: fc.constantFrom(...sizes),
}).map(aScore);

export const anyRule: fc.Arbitrary<WhitelistRule> = told<Required<WhitelistRule>>({
  minPoints: fc.integer({ min: 0, max: 1000 }),
  minCoverage: rate(0, 10_000),
  minAgeMonths: fc.integer({ min: 0, max: 400 }),
  districts: some(districts),
  excludedIndustries: some(['J', 'K70', '72']),
  sizes: some(sizes),
}).map(aRule);
