import { assert } from '#domain/assert';
import type { Enterprise } from '#domain/enterprise/enterprise';
import { parseUnifiedCode } from '#domain/enterprise/unified-code';
import type { UnifiedCode } from '#domain/ids';
import { type Applicant, applicantOf } from '#domain/matching/applicant';
import { yuan } from '#domain/money';
import type { Need, NeedTerms } from '#domain/need/need';
import type { Product, ProductTerms } from '#domain/product/product';
import { basisPoints, type LprFixing } from '#domain/rate';
import type { KeptScore } from '#domain/scoring/score';
import { date, type Instant, months, parseInstant } from '#domain/time';
import type { WhitelistRule } from '#domain/whitelist/whitelist';

export const unifiedCode = (text: string): UnifiedCode => {
  const parsed = parseUnifiedCode(text);
  assert(parsed.ok, `${text} is a code`);
  return parsed.value;
};

export const instant = (text: string): Instant => {
  const parsed = parseInstant(text);
  assert(parsed !== undefined, `${text} is an instant`);
  return parsed;
};

export const CODE = unifiedCode('91320594724404238R');
/** The day of every builder: all that they build is in force on it. */
export const TODAY = date('2026-03-02');
export const NOW = instant('2026-03-02T01:00:00.000Z');

export const LPR: readonly LprFixing[] = [
  { publishedOn: '2025-05-20', rates: { '1Y': basisPoints(300), '5Y': basisPoints(350) } },
];

/** What a bank says of a working-capital product that asks nothing, unsecured or guaranteed, 3.50 % to 5.50 %. */
export const productTerms = (told: Partial<ProductTerms> = {}): ProductTerms => ({
  id: 'product_quick',
  bank: { id: 'bank_gusu', name: '姑苏银行' },
  name: '信用快贷',
  kind: 'working_capital_loan',
  principal: { min: yuan(100_000), max: yuan(3_000_000) },
  limit: 'single',
  term: { min: months(3), max: months(36) },
  pricing: { kind: 'fixed', min: basisPoints(350), max: basisPoints(550) },
  fees: [],
  guarantees: ['unsecured', 'guarantor_firm'],
  purposes: ['working_capital', 'orders', 'wages'],
  repayments: ['interest_monthly', 'equal_instalments'],
  documents: ['business_licence'],
  features: [],
  eligibility: [],
  service: { acceptDays: 1, decisionDays: 5, disburseDays: 2 },
  validFrom: date('2025-01-01'),
  ...told,
});

/** The same in the market, in its first version. */
export const aProduct = (told: Partial<Product> = {}): Product => ({
  ...productTerms(),
  version: 1,
  status: 'listed',
  ...told,
});

/** 1,000,000 yuan for a year, which `aProduct` grants; open to every bank, under the firm's name. */
export const needTerms = (told: Partial<NeedTerms> = {}): NeedTerms => ({
  id: 'need_one',
  code: CODE,
  principal: yuan(1_000_000),
  term: months(12),
  purpose: 'working_capital',
  guarantees: ['unsecured'],
  audience: { to: 'all' },
  visibility: 'named',
  validTo: date('2026-12-31'),
  ...told,
});

/** The same, posted and never edited. */
export const aNeed = (told: Partial<Need> = {}): Need => ({
  ...needTerms(),
  status: 'open',
  edition: 1,
  submittedAt: NOW,
  ...told,
});

export const anEnterprise = (told: Partial<Enterprise> = {}): Enterprise => ({
  code: CODE,
  name: '苏州工业园区繁欣建筑有限公司',
  status: 'operating',
  establishedOn: date('2000-11-14'),
  industry: 'E4710',
  district: '320594',
  registeredCapital: yuan(25_000_000),
  ...told,
});

/** A good score with the facts that products ask for. */
export const aScore = (told: Partial<KeptScore> = {}): KeptScore => ({
  code: CODE,
  asOf: TODAY,
  card: { id: 'expert', version: 1 },
  points: 720,
  grade: 'C',
  coverage: basisPoints(9000),
  dimensions: [],
  vetoes: [],
  reasons: [],
  facts: {
    age_months: 303,
    sales_12m_fen: yuan(8_000_000),
    insured_headcount: 25,
    penalties_serious_36m: 0,
    tax_grade: 'B',
  },
  size: 'small',
  revision: 1,
  holdings: 1,
  scoredAt: NOW,
  ...told,
});

/** The firm of `anEnterprise` with `aScore`, as matching sees it. */
export const anApplicant = (told: Partial<Applicant> = {}): Applicant => ({
  ...applicantOf({
    enterprise: anEnterprise(),
    score: aScore(),
    recommended: false,
    asOf: TODAY,
  }),
  ...told,
});

/** Registered and operating, and nothing else is known. */
export const aStranger = (told: Partial<Applicant> = {}): Applicant => ({
  code: CODE,
  operating: true,
  hardStops: [],
  facts: {},
  withheld: [],
  ...told,
});

export const aRule = (told: Partial<WhitelistRule> = {}): WhitelistRule => ({
  minPoints: 600,
  ...told,
});
