import { describe, expect, test } from 'vitest';
import type { Applicant } from '#domain/matching/applicant';
import { match } from '#domain/matching/match';
import { type CriterionCode, criterionCodes } from '#domain/matching/matching';
import { yuan } from '#domain/money';
import type { Need } from '#domain/need/need';
import type { Criteria, Product } from '#domain/product/product';
import { basisPoints } from '#domain/rate';
import { date, months } from '#domain/time';
import { aNeed, anApplicant, aProduct, aStranger, LPR, TODAY } from '../../support/builders.ts';

type Shortfall = { required: unknown; actual: unknown } | undefined;
type Row = readonly [product: Partial<Product>, need: Partial<Need>, firm: Applicant, Shortfall];

const firm = anApplicant();
const stranger = aStranger();
const pass = undefined;
const asks = (criteria: Criteria): Partial<Product> => ({ criteria });
const fails = (required: unknown, actual: unknown): Shortfall => ({ required, actual });
const fact = (name: string, value: number | string) =>
  aStranger({ facts: { [name]: value }, points: 0 });
const range = (min: number, max: number) => ({ min: basisPoints(min), max: basisPoints(max) });
const fixed = { pricing: { kind: 'fixed' as const, ...range(400, 600) } };
const onLpr = { pricing: { kind: 'lpr' as const, tenor: '1Y' as const, ...range(50, 150) } };
const onLpr5 = { pricing: { kind: 'lpr' as const, tenor: '5Y' as const, ...range(-50, 0) } };

const failedOn = (told: Partial<Product>, asked: Partial<Need>, applicant: Applicant, lpr = LPR) =>
  match({
    need: aNeed(asked),
    applicant,
    products: [aProduct(told)],
    lpr,
    asOf: TODAY,
  }).products.flatMap((found) => (found.eligible ? [] : found.failed));

/** The product demands, the need asks, the firm has: the outcome. */
const table = {
  hard_stop: [
    [{}, {}, firm, pass],
    [{}, {}, stranger, pass],
    [
      {},
      {},
      anApplicant({ hardStops: ['dishonest_debtor_in_force'] }),
      fails('none', ['dishonest_debtor_in_force']),
    ],
  ],
  enterprise_operating: [
    [{}, {}, firm, pass],
    [{}, {}, anApplicant({ operating: false }), fails('operating', 'not_operating')],
  ],
  product_listed: [
    [{ status: 'delisted' }, {}, firm, fails('listed', 'delisted')],
    [{ validFrom: TODAY }, {}, firm, pass],
    [{ validFrom: date('2026-03-03') }, {}, firm, fails('listed', 'not_yet_valid')],
    [{ validTo: TODAY }, {}, firm, pass],
    [{ validTo: date('2026-03-01') }, {}, firm, fails('listed', 'expired')],
  ],
  principal: [
    [{}, { principal: yuan(100_000) }, firm, pass],
    [{}, { principal: yuan(99_999.99) }, firm, fails([10_000_000, 300_000_000], 9_999_999)],
    [{}, { principal: yuan(3_000_000) }, firm, pass],
    [{}, { principal: yuan(3_000_000.01) }, firm, fails([10_000_000, 300_000_000], 300_000_001)],
  ],
  term: [
    [{}, { term: months(3) }, firm, pass],
    [{}, { term: months(2) }, firm, fails([3, 36], 2)],
    [{}, { term: months(36) }, firm, pass],
    [{}, { term: months(37) }, firm, fails([3, 36], 37)],
  ],
  purpose: [
    [{ purposes: ['wages', 'orders'] }, { purpose: 'orders' }, firm, pass],
    [{ purposes: ['wages'] }, { purpose: 'research' }, firm, fails(['wages'], 'research')],
  ],
  guarantee: [
    [{ guarantees: ['mortgage', 'pledge'] }, { guarantees: ['unsecured', 'pledge'] }, firm, pass],
    [
      { guarantees: ['mortgage'] },
      { guarantees: ['unsecured', 'guarantor'] },
      firm,
      fails(['mortgage'], ['unsecured', 'guarantor']),
    ],
  ],
  repayment: [
    [{ repayments: ['bullet'] }, {}, firm, pass],
    [{ repayments: ['bullet'] }, { repayment: 'bullet' }, firm, pass],
    [{ repayments: ['bullet'] }, { repayment: 'revolving' }, firm, fails(['bullet'], 'revolving')],
  ],
  rate_ceiling: [
    [fixed, {}, firm, pass],
    [fixed, { rateCeiling: basisPoints(400) }, firm, pass],
    [fixed, { rateCeiling: basisPoints(399) }, firm, fails(399, 400)],
    [onLpr, { rateCeiling: basisPoints(350) }, firm, pass],
    [onLpr, { rateCeiling: basisPoints(349) }, firm, fails(349, 350)],
    [onLpr5, { rateCeiling: basisPoints(300) }, firm, pass],
    [onLpr5, { rateCeiling: basisPoints(299) }, firm, fails(299, 300)],
  ],
  min_points: [
    [asks({ minPoints: 720 }), {}, firm, pass],
    [asks({ minPoints: 721 }), {}, firm, fails(721, 720)],
    [asks({ minPoints: 0 }), {}, stranger, fails(0, 'unknown')],
    [asks({}), {}, stranger, pass],
  ],
  min_age_months: [
    [asks({ minAgeMonths: 24 }), {}, aStranger({ establishedOn: date('2024-03-02') }), pass],
    [
      asks({ minAgeMonths: 24 }),
      {},
      aStranger({ establishedOn: date('2024-03-03') }),
      fails(24, 23),
    ],
    [asks({ minAgeMonths: 24 }), {}, fact('age_months', 24), pass],
    [asks({ minAgeMonths: 24 }), {}, stranger, fails(24, 'unknown')],
    [
      asks({ minAgeMonths: 0 }),
      {},
      aStranger({ establishedOn: date('2026-03-03') }),
      fails(0, 'unknown'),
    ],
  ],
  min_annual_sales: [
    [asks({ minAnnualSales: yuan(100) }), {}, fact('sales_12m_fen', 10_000), pass],
    [asks({ minAnnualSales: yuan(100) }), {}, fact('sales_12m_fen', 9_999), fails(10_000, 9_999)],
    [asks({ minAnnualSales: yuan(100) }), {}, fact('sales_12m_fen', 0), fails(10_000, 0)],
    [asks({ minAnnualSales: yuan(100) }), {}, stranger, fails(10_000, 'unknown')],
  ],
  min_insured_headcount: [
    [asks({ minInsuredHeadcount: 5 }), {}, fact('insured_headcount', 5), pass],
    [asks({ minInsuredHeadcount: 5 }), {}, fact('insured_headcount', 4), fails(5, 4)],
    [asks({ minInsuredHeadcount: 5 }), {}, stranger, fails(5, 'unknown')],
  ],
  max_serious_penalties: [
    [asks({ maxSeriousPenalties: 0 }), {}, fact('penalties_serious_36m', 0), pass],
    [asks({ maxSeriousPenalties: 0 }), {}, fact('penalties_serious_36m', 1), fails(0, 1)],
    [asks({ maxSeriousPenalties: 0 }), {}, stranger, fails(0, 'unknown')],
  ],
  tax_grade: [
    [asks({ taxGrades: ['A', 'B'] }), {}, fact('tax_grade', 'B'), pass],
    [asks({ taxGrades: ['A', 'B'] }), {}, fact('tax_grade', 'M'), fails(['A', 'B'], 'M')],
    [asks({ taxGrades: ['A', 'B'] }), {}, stranger, fails(['A', 'B'], 'unknown')],
  ],
  size: [
    [asks({ sizes: ['small', 'micro'] }), {}, aStranger({ size: 'micro' }), pass],
    [asks({ sizes: ['micro'] }), {}, aStranger({ size: 'large' }), fails(['micro'], 'large')],
    [asks({ sizes: ['micro'] }), {}, stranger, fails(['micro'], 'unknown')],
  ],
  district: [
    [asks({ districts: ['320508', '320594'] }), {}, aStranger({ district: '320594' }), pass],
    [
      asks({ districts: ['320508'] }),
      {},
      aStranger({ district: '320594' }),
      fails(['320508'], '320594'),
    ],
    [asks({ districts: ['320508'] }), {}, stranger, fails(['320508'], 'unknown')],
  ],
  industry: [
    [asks({ industries: ['C'] }), {}, aStranger({ industry: 'C3921' }), pass],
    [asks({ industries: ['C'] }), {}, aStranger({ industry: '3921' }), pass],
    [asks({ industries: ['39'] }), {}, aStranger({ industry: 'C3921' }), pass],
    [asks({ industries: ['C39', 'F51'] }), {}, aStranger({ industry: '5143' }), pass],
    [asks({ industries: ['C39'] }), {}, aStranger({ industry: 'C38' }), fails(['C39'], 'C38')],
    [asks({ industries: ['C39'] }), {}, aStranger({ industry: 'C' }), fails(['C39'], 'C')],
    [asks({ industries: ['C39'] }), {}, stranger, fails(['C39'], 'unknown')],
  ],
  excluded_industry: [
    [asks({ excludedIndustries: ['J', 'K70'] }), {}, aStranger({ industry: 'L7211' }), pass],
    [
      asks({ excludedIndustries: ['K70'] }),
      {},
      aStranger({ industry: '7010' }),
      fails(['K70'], '7010'),
    ],
    [asks({ excludedIndustries: ['J66'] }), {}, aStranger({ industry: 'J' }), fails(['J66'], 'J')],
    [asks({ excludedIndustries: ['J'] }), {}, stranger, fails(['J'], 'unknown')],
  ],
  recommended_only: [
    [asks({ recommendedOnly: true }), {}, aStranger({ recommended: true }), pass],
    [asks({ recommendedOnly: true }), {}, stranger, fails('recommended', 'not_recommended')],
    [asks({ recommendedOnly: false }), {}, stranger, pass],
  ],
} as const satisfies Record<CriterionCode, readonly Row[]>;

describe.each(criterionCodes)('%s', (criterion) => {
  test.each<Row>([...table[criterion]])('%j × %j × %j → %j', (told, asked, applicant, expected) => {
    expect(failedOn(told, asked, applicant)).toEqual(
      expected === undefined ? [] : [{ criterion, ...expected }],
    );
  });
});

test('a price that hangs on an unknown fixing fails, ceiling or not', () => {
  const unpriced = { criterion: 'rate_ceiling', actual: 'unknown' };
  expect(failedOn(onLpr, {}, firm, [])).toEqual([{ ...unpriced, required: 'known_rate' }]);
  expect(failedOn(onLpr, { rateCeiling: basisPoints(500) }, firm, [])).toEqual([
    { ...unpriced, required: 500 },
  ]);
});

test('every failed criterion is told, not the first alone', () => {
  const failed = failedOn(
    { status: 'delisted', criteria: { minPoints: 900, sizes: ['micro'], recommendedOnly: true } },
    { principal: yuan(1), purpose: 'research' },
    anApplicant({ operating: false }),
  );
  expect(failed.map(({ criterion }) => criterion)).toEqual([
    'enterprise_operating',
    'product_listed',
    'principal',
    'purpose',
    'min_points',
    'size',
    'recommended_only',
  ]);
});
