import fc from 'fast-check';
import type { Enterprise } from '#domain/enterprise/enterprise';
import type { KeptScore } from '#domain/scoring/score';
import type { WhitelistRule } from '#domain/whitelist/whitelist';
import { rate, some, told } from './arbitrary-values.ts';
import { anEnterprise, aRule, aScore } from './builders.ts';

const sizes = ['large', 'medium', 'small', 'micro'] as const;
const districts = ['320505', '320508', '320594'] as const;
const grades = ['A', 'B', 'M', 'C', 'D'] as const;

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
