import type { Question } from '#domain/matching/question';
import type { Criterion, LeafCriterion } from '#domain/product/criterion';
import type { PriceTier, Product } from '#domain/product/product';
import type { MatchEngine } from './engine.ts';

/** The products as they are, one after the other. */
export function plainObjects(products: readonly Product[]): MatchEngine {
  const run = (question: Question) => products.map((product) => reasonsOf(product, question));
  return {
    name: 'plain loops over objects, codes',
    products: products.length,
    run,
    answer: (question) => ({ kind: 'reasons', reasons: run(question) }),
  };
}

/** 0 no, 1 unknown, 2 yes: `all` is the least of its parts, `any` the greatest, `not` what is left to two. */
export type Truth = 0 | 1 | 2;

const truthOf = (holds: boolean): Truth => (holds ? 2 : 0);

/**
 * Everything that a product and a question do not agree on, told as one would write it down who thinks of one product
 * at a time: codes, those with a question mark where nobody knows. Shares nothing with the engine that it is held
 * against but the types.
 */
export function reasonsOf(product: Product, question: Question): string[] {
  const { need, applicant, asOf } = question;
  const { principal, term, validTo, districts } = product;
  const reasons: string[] = [];
  const say = (code: string, truth: Truth) => {
    if (truth === 0) reasons.push(code);
    else if (truth === 1) reasons.push(`${code}?`);
  };
  if (applicant.hardStops.length > 0) reasons.push('hard_stop');
  if (!applicant.operating) reasons.push('enterprise_operating');
  if (product.status !== 'listed' || asOf < product.validFrom || (validTo && asOf > validTo))
    reasons.push('product_listed');
  if (!isAddressed(product, need)) reasons.push('audience');
  if (districts) say('region', inDivision(need.district ?? applicant.facts.district, districts));
  if (need.principal < principal.min || need.principal > principal.max) reasons.push('principal');
  if (need.term < term.min || need.term > term.max) reasons.push('term');
  if (!product.purposes.some((purpose) => purpose === need.purpose)) reasons.push('purpose');
  if (!product.guarantees.some((taken) => need.guarantees.includes(taken)))
    reasons.push('guarantee');
  if (need.repayment && !product.repayments.includes(need.repayment)) reasons.push('repayment');
  say('rate_ceiling', priceBorne(product, question));
  for (const criterion of product.eligibility)
    say(codeOf(criterion), truthIn(criterion, applicant.facts));
  return reasons;
}

const isAddressed = ({ id, bank }: Product, { audience }: Question['need']): boolean =>
  audience.to === 'all' ||
  (audience.to === 'product' && audience.product === id) ||
  (audience.to === 'banks' && audience.banks.includes(bank.id));

function priceBorne(
  { pricing, tiers = [] }: Product,
  { need, applicant, fixing }: Question,
): Truth {
  if (pricing.kind === 'lpr' && !fixing) return 1;
  const base = pricing.kind === 'lpr' && fixing ? fixing.rates[pricing.tenor] : 0;
  const borne = (spread: number) =>
    truthOf(need.rateCeiling === undefined || Math.max(base + spread, 0) <= need.rateCeiling);
  const from = (place: number): Truth => {
    const tier = tiers[place];
    if (!tier) return borne(pricing.min);
    const holds = tierHolds(tier, need.principal, applicant.facts.grade);
    if (holds === 2) return borne(tier.min);
    const otherwise = from(place + 1);
    return holds === 1 && borne(tier.min) !== otherwise ? 1 : otherwise;
  };
  return from(0);
}

function tierHolds({ principal, grades }: PriceTier, asked: number, grade: unknown): Truth {
  if (principal && (asked < principal.min || asked > principal.max)) return 0;
  if (!grades) return 2;
  return grade === undefined ? 1 : truthOf(grades.some((one) => one === grade));
}

const codeOf = (criterion: Criterion): string =>
  'fact' in criterion ? criterion.fact : (Object.keys(criterion)[0] ?? '');

function truthIn(criterion: Criterion, facts: Question['applicant']['facts']): Truth {
  if ('fact' in criterion) return leafTruth(criterion, facts[criterion.fact]);
  if ('not' in criterion) return rest[truthIn(criterion.not, facts)];
  const parts = 'all' in criterion ? criterion.all : criterion.any;
  const truths = parts.map((part) => truthIn(part, facts)).sort();
  return ('all' in criterion ? truths.at(0) : truths.at(-1)) ?? 1;
}

const rest = [2, 1, 0] as const;

export function leafTruth(leaf: LeafCriterion, told: unknown): Truth {
  if (told === undefined) return 1;
  if ('is' in leaf) return typeof told === 'boolean' ? truthOf(told === leaf.is) : 1;
  if ('atLeast' in leaf || 'atMost' in leaf) {
    if (typeof told !== 'number') return 1;
    if (leaf.atLeast !== undefined && told < leaf.atLeast) return 0;
    return truthOf(leaf.atMost === undefined || told <= leaf.atMost);
  }
  const within = 'in' in leaf && leaf.in ? among(leaf.fact, told, leaf.in) : 2;
  const beyond = 'except' in leaf && leaf.except ? rest[among(leaf.fact, told, leaf.except)] : 2;
  return within < beyond ? within : beyond;
}

function among(fact: string, told: unknown, values: readonly string[]): Truth {
  if (Array.isArray(told)) return truthOf(told.some((one) => values.includes(one)));
  if (typeof told !== 'string') return 1;
  if (fact === 'industry') return inIndustry(told, values);
  return fact === 'district' ? inDivision(told, values) : truthOf(values.includes(told));
}

/** The branches from the section down, letter first: `5143` is F, F5, F51, F514, F5143. */
export function spelled(code: string): string {
  if (!/^\d/.test(code)) return code;
  const division = Number(code.slice(0, 2));
  const section = lastDivisions.findIndex((last) => division <= last);
  return `${String.fromCharCode('A'.charCodeAt(0) + section)}${code}`;
}

/** GB/T 4754-2017, sections A to T. */
const lastDivisions = [
  5, 12, 43, 46, 50, 52, 60, 62, 65, 69, 70, 72, 75, 79, 82, 83, 85, 90, 96, 97,
];

function inIndustry(told: string, values: readonly string[]): Truth {
  const code = spelled(told);
  return lineage(code, values.map(spelled));
}

export function inDivision(told: unknown, values: readonly string[]): Truth {
  if (typeof told !== 'string') return 1;
  const short = (code: string) =>
    code.endsWith('0000') ? code.slice(0, -4) : code.endsWith('00') ? code.slice(0, -2) : code;
  return lineage(told.length === 6 ? short(told) : told, values.map(short));
}

function lineage(code: string, values: readonly string[]): Truth {
  for (const value of values) if (code.startsWith(value)) return 2;
  for (const value of values) if (value.startsWith(code)) return 1;
  return 0;
}
