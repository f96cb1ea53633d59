import { type Chance, createChance } from '#cli/demo/chance';
import type { ApplicantFacts } from '#domain/matching/applicant';
import { factsAsked } from '#domain/matching/firms/firm-asks';
import { type FirmColumns, fillColumns } from '#domain/matching/firms/firm-columns';
import { yuan } from '#domain/money';
import type { Criterion } from '#domain/product/criterion';
import type { Product } from '#domain/product/product';
import { aProduct, aStranger } from '../../support/builders.ts';
import { codeOf } from '../../support/numbered-firms.ts';

/** Of a hundred facts, those that nobody knows of a firm. */
const UNKNOWN = 0.12;
const HARD_STOPPED = 0.015;
const CLOSED = 0.04;

const industries = ['C3921', 'C26', 'C', 'F5143', 'F5212', 'I6510', 'K7010', 'E4710', 'M7320'];
const districts = ['320505', '320506', '320507', '320508', '320509', '320594', '320500'];
const grades = ['A', 'B', 'C', 'D', 'E'];
const lists = [[], [], [], [], ['recommended'], ['attention'], ['abnormal_operation']];
/** In yuan, as banks print them. */
const amounts = [100_000, 300_000, 500_000, 1_000_000, 3_000_000, 5_000_000];

/** Products of a dozen criteria and more, three of them made of several. */
export function makeProducts(count: number, seed: number): readonly Product[] {
  const chance = createChance(seed, 'products');
  return Array.from({ length: count }, (_, number) =>
    aProduct({
      id: `product_${number}`,
      districts: chance.happens(0.5) ? ['3205'] : chance.some(districts, 4),
      eligibility: criteriaOf(chance),
    }),
  );
}

const criteriaOf = (chance: Chance): readonly Criterion[] => [
  { fact: 'points', atLeast: 20 * chance.whole(20, 32) },
  { fact: 'grade', in: grades.slice(0, chance.whole(2, 4)) },
  { fact: 'age_months', atLeast: 6 * chance.whole(1, 8) },
  { fact: 'sales_12m_fen', atLeast: yuan(chance.pick(amounts)) },
  { fact: 'insured_headcount', atLeast: chance.pick([1, 3, 5]) },
  { fact: 'penalties_serious_36m', atMost: chance.whole(0, 3) },
  { fact: 'tax_grade', in: ['A', 'B', 'M', 'C'].slice(0, chance.whole(2, 4)) },
  { fact: 'size', in: chance.some(['medium', 'small', 'micro'], chance.whole(2, 3)) },
  { fact: 'industry', except: chance.some(['C2611', 'C26', 'F5143', 'J', 'K70'], 2) },
  { fact: 'lists', except: ['abnormal_operation', 'serious_dishonesty'] },
  {
    any: [
      { fact: 'tax_paid_12m_fen', atLeast: yuan(chance.pick(amounts) / 10) },
      { fact: 'lists', in: ['recommended'] },
    ],
  },
  {
    not: {
      all: [
        { fact: 'size', in: ['micro'] },
        { fact: 'industry', in: ['E'] },
      ],
    },
  },
];

/** Made-up firms in columns: of every fact that these products ask something, or nothing. */
export function makeCity(
  rows: number,
  products: readonly Product[],
  seed: number,
): { readonly columns: FirmColumns; readonly buildMs: number } {
  const chance = createChance(seed, 'firms');
  const { put, finish } = fillColumns(factsAsked(products));
  const began = performance.now();
  for (let row = 0; row < rows; row += 1)
    put(
      aStranger({
        code: codeOf(row),
        operating: !chance.happens(CLOSED),
        hardStops: chance.happens(HARD_STOPPED) ? ['dishonest_debtor_in_force'] : [],
        facts: factsOf(chance),
      }),
    );
  return { columns: finish(), buildMs: performance.now() - began };
}

function factsOf(chance: Chance): ApplicantFacts {
  const points = chance.whole(300, 950);
  const told: ApplicantFacts = {
    points,
    grade: grades[Math.floor((950 - points) / 131)] ?? 'E',
    age_months: chance.whole(0, 300),
    sales_12m_fen: yuan(Math.floor(20_000_000 * chance.unit() ** 3)),
    insured_headcount: Math.floor(200 * chance.unit() ** 4),
    penalties_serious_36m: chance.happens(0.9) ? 0 : chance.whole(1, 5),
    tax_grade: chance.pick(['A', 'B', 'B', 'M', 'M', 'C', 'D']),
    size: chance.pick(['micro', 'micro', 'micro', 'small', 'small', 'medium', 'large']),
    industry: chance.pick(industries),
    district: chance.pick(districts),
    lists: chance.pick(lists),
    tax_paid_12m_fen: yuan(Math.floor(2_000_000 * chance.unit() ** 3)),
  };
  return Object.fromEntries(
    Object.entries(told).filter(([name]) => name === 'points' || !chance.happens(UNKNOWN)),
  );
}
