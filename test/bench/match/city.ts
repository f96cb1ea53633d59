import { type Chance, createChance } from '#cli/demo/chance';
import type { ApplicantFacts } from '#domain/matching/applicant';
import type { Question } from '#domain/matching/question';
import { yuan } from '#domain/money';
import type { Criterion } from '#domain/product/criterion';
import type { Product } from '#domain/product/product';
import { basisPoints } from '#domain/rate';
import { addDays, months } from '#domain/time';
import { aNeed, aProduct, aStranger, LPR, TODAY } from '../../support/builders.ts';

/** Of a hundred facts, those that nobody knows of a firm. */
const UNKNOWN = 0.12;
/** Of its possible criteria a product leaves out as many: with its terms it asks 18 things. */
const LEFT_OUT = 3;

const guarantees = ['unsecured', 'risk_fund', 'guarantor_firm', 'pledge_ip', 'mortgage'] as const;
const purposes = ['working_capital', 'orders', 'wages', 'equipment', 'research', 'green'] as const;
const repayments = ['equal_instalments', 'interest_monthly', 'bullet', 'revolving'] as const;
const districts = ['320505', '320506', '320507', '320508', '320509', '320594'] as const;
const industries = ['A', 'C', 'C13', 'C26', 'C39', 'C3921', 'E47', 'F51', 'F52', 'G', 'I65', 'M'];
const excluded = ['C2511', 'C26', 'F5162', 'J', 'K70', 'L7211', 'O80'];
const firms = ['C3921', 'C26', 'C', '5143', 'F5212', 'I6510', 'K7010', 'E4710', 'M7320', 'A0111'];
/** In yuan, as banks print them. */
const amounts = [100_000, 300_000, 500_000, 1_000_000, 3_000_000, 5_000_000, 10_000_000];

/** Made-up products that ask 18 things each and more, with the round figures of real ones. */
export function makeProducts(count: number, seed: number): readonly Product[] {
  const chance = createChance(seed, 'products');
  return Array.from({ length: count }, (_, number): Product => {
    const min = chance.pick(amounts.slice(0, 4));
    const bank = chance.whole(1, 60);
    return aProduct({
      id: `product_${String(number).padStart(6, '0')}`,
      bank: { id: `bank_${bank}`, name: `第${bank}银行` },
      status: chance.happens(0.97) ? 'listed' : 'suspended',
      principal: { min: yuan(min), max: yuan(chance.pick(amounts.slice(3)) * 3) },
      term: { min: months(chance.pick([1, 3, 6])), max: months(chance.pick([12, 24, 36, 60])) },
      pricing: priceOf(chance),
      guarantees: chance.some(guarantees, chance.whole(1, 4)),
      purposes: chance.some(purposes, chance.whole(2, 6)),
      repayments: chance.some(repayments, chance.whole(1, 4)),
      districts: chance.happens(0.5) ? ['3205'] : chance.some(districts, chance.whole(2, 5)),
      eligibility: criteriaOf(chance),
      validFrom: addDays(TODAY, -chance.whole(1, 200)),
      validTo: addDays(TODAY, 30 * chance.whole(0, 24)),
    });
  });
}

function priceOf(chance: Chance): Product['pricing'] {
  const min = basisPoints(5 * chance.whole(0, 40));
  const ends = { min, max: basisPoints(min + 5 * chance.whole(0, 40)) };
  if (chance.happens(0.4))
    return { kind: 'lpr', tenor: chance.pick(['1Y', '5Y'] as const), ...ends };
  return { kind: 'fixed', min: basisPoints(min + 300), max: basisPoints(ends.max + 300) };
}

/** Ten of thirteen. */
function criteriaOf(chance: Chance): readonly Criterion[] {
  const possible: readonly Criterion[] = [
    { fact: 'points', atLeast: 20 * chance.whole(20, 36) },
    { fact: 'grade', in: ['A', 'B', 'C', 'D'].slice(0, chance.whole(2, 4)) },
    { fact: 'age_months', atLeast: 6 * chance.whole(1, 10) },
    { fact: 'sales_12m_fen', atLeast: yuan(chance.pick(amounts)) },
    { fact: 'insured_headcount', atLeast: chance.pick([1, 3, 5, 10, 20]) },
    { fact: 'penalties_serious_36m', atMost: chance.whole(0, 3) },
    { fact: 'existing_loans_fen', atMost: yuan(chance.pick(amounts) * 4) },
    { fact: 'existing_lenders', atMost: chance.whole(2, 6) },
    { fact: 'tax_grade', in: ['A', 'B', 'M', 'C'].slice(0, chance.whole(1, 4)) },
    { fact: 'size', in: chance.some(['medium', 'small', 'micro'], chance.whole(1, 3)) },
    chance.happens(0.5)
      ? { fact: 'industry', except: chance.some(excluded, 3) }
      : { fact: 'industry', in: chance.some(industries, 6), except: chance.some(excluded, 2) },
    { fact: 'lists', except: ['serious_dishonesty', 'abnormal_operation'] },
    {
      any: [
        { fact: 'collateral_value_fen', atLeast: yuan(chance.pick(amounts)) },
        { fact: 'lists', in: ['recommended'] },
      ],
    },
  ];
  return chance.some(possible, possible.length - LEFT_OUT);
}

/** Needs of different firms: some facts of each are not known. */
export function makeQuestions(count: number, seed: number): readonly Question[] {
  const chance = createChance(seed, 'questions');
  const [fixing] = LPR;
  return Array.from({ length: count }, () => ({
    need: aNeed({
      principal: yuan(chance.pick(amounts)),
      term: months(chance.pick([6, 12, 24])),
      purpose: chance.pick(purposes),
      guarantees: chance.some(guarantees, chance.whole(1, 4)),
      ...(chance.happens(0.5) && { repayment: chance.pick(repayments) }),
      ...(chance.happens(0.7) && { rateCeiling: basisPoints(chance.whole(350, 600)) }),
    }),
    applicant: aStranger({ facts: factsOf(chance) }),
    ...(fixing && { fixing }),
    asOf: TODAY,
  }));
}

function factsOf(chance: Chance): ApplicantFacts {
  const told: Required<Pick<ApplicantFacts, KnownFact>> = {
    points: chance.whole(450, 900),
    grade: chance.pick(['A', 'B', 'C', 'D']),
    age_months: chance.whole(6, 200),
    sales_12m_fen: yuan(Math.round(chance.logBetween(300_000, 50_000_000))),
    insured_headcount: chance.whole(1, 80),
    penalties_serious_36m: chance.pick([0, 0, 0, 1, 2]),
    existing_loans_fen: yuan(chance.whole(0, 20_000_000)),
    existing_lenders: chance.whole(0, 4),
    tax_grade: chance.pick(['A', 'B', 'M', 'C']),
    size: chance.pick(['medium', 'small', 'micro']),
    industry: chance.pick(firms),
    district: chance.pick(districts),
    lists: chance.some(['recommended', 'attention'], chance.whole(0, 2)),
    collateral_value_fen: yuan(chance.whole(0, 8_000_000)),
  };
  return Object.fromEntries(Object.entries(told).filter(() => !chance.happens(UNKNOWN)));
}

type KnownFact =
  | 'points'
  | 'grade'
  | 'age_months'
  | 'sales_12m_fen'
  | 'insured_headcount'
  | 'penalties_serious_36m'
  | 'existing_loans_fen'
  | 'existing_lenders'
  | 'tax_grade'
  | 'size'
  | 'industry'
  | 'district'
  | 'lists'
  | 'collateral_value_fen';
