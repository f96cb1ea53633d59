import { criterionCodes } from '#domain/matching/matching';
import type { Guarantee, Purpose } from '#domain/product/product';
import type { FailedCriterionAnswer, ProductMatchAnswer, RankFactorAnswer } from './answers.ts';

type CriterionCode = (typeof criterionCodes)[number];

/** What each criterion asks, as a noun that `asks …, has …` can follow. */
const criteria = {
  hard_stop: 'no hard stop',
  enterprise_operating: 'a firm in operation',
  product_listed: 'a listed product',
  principal: 'the amount',
  term: 'the term',
  purpose: 'the purpose',
  guarantee: 'the guarantee',
  repayment: 'the repayment',
  rate_ceiling: 'the rate',
  min_points: 'credit points',
  min_age_months: 'age in months',
  min_annual_sales: 'yearly sales',
  min_insured_headcount: 'insured people',
  max_serious_penalties: 'serious penalties',
  tax_grade: 'tax grade',
  size: 'size',
  district: 'district',
  industry: 'industry',
  excluded_industry: 'industries left out',
  recommended_only: 'a place on the recommended list',
} as const satisfies Record<CriterionCode, string>;

const inFen: readonly string[] = ['principal', 'min_annual_sales'];
const inMonths: readonly string[] = ['term'];

export const purposeWords = {
  working_capital: 'working capital',
  orders: 'orders',
  wages: 'wages',
  equipment: 'equipment',
  upgrade: 'upgrading',
  research: 'research',
  project: 'a project',
  green: 'a green project',
  foreign_trade: 'foreign trade',
  renewal: 'renewal',
} as const satisfies Record<Purpose, string>;

export const guaranteeWords = {
  unsecured: 'unsecured',
  guarantor: 'guarantor',
  mortgage: 'mortgage',
  pledge: 'pledge',
  guarantee_company: 'guarantee company',
  risk_fund: 'risk fund',
} as const satisfies Record<Guarantee, string>;

/** 1234500000 fen → `1,234.5 万元`. */
export const moneyWords = (fen: number): string =>
  `${(fen / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} 万元`;

/** 385 → `3.85 %`. */
export const rateWords = (basisPoints: number): string => `${(basisPoints / 100).toFixed(2)} %`;

/** `credit points: asks 640, has 571`. */
export function failureWords({ criterion, required, actual }: FailedCriterionAnswer): string {
  const code = criterionCodes.find((known) => known === criterion);
  const name = code ? criteria[code] : criterion.replaceAll('_', ' ');
  const words = (value: FailedCriterionAnswer['actual']) => limitWords(criterion, value);
  return `${name}: asks ${words(required)}, has ${words(actual)}`;
}

function limitWords(criterion: string, limit: FailedCriterionAnswer['actual']): string {
  const values = typeof limit === 'object' ? limit : [limit];
  const range = values.length === 2 && values.every((value) => typeof value === 'number');
  return values.map((value) => valueWords(criterion, value)).join(range ? ' to ' : ', ');
}

function valueWords(criterion: string, value: string | number): string {
  if (typeof value === 'string') return value.replaceAll('_', ' ');
  if (inFen.includes(criterion)) return moneyWords(value);
  if (criterion === 'rate_ceiling') return rateWords(value);
  return inMonths.includes(criterion) ? `${value} months` : String(value);
}

/** `price 52/60 (3.62 %)`, `speed 14/15 (2 working days)` and so on. */
export const whyWords = ({ why = [] }: ProductMatchAnswer): string[] =>
  why.map((factor) => `${factor.factor} ${factor.points}/${factor.max}${unitWords(factor)}`);

function unitWords({ factor, value }: RankFactorAnswer): string {
  if (typeof value === 'string') return ` (${value.replaceAll('_', ' ')})`;
  if (factor === 'price') return ` (${rateWords(value)})`;
  if (factor === 'speed') return ` (${value} working day${value === 1 ? '' : 's'})`;
  return factor === 'headroom' ? ` (${moneyWords(value)} left)` : '';
}
