import fc from 'fast-check';
import type { ApplicantFacts } from '#domain/matching/applicant';
import type { Situation } from '#domain/matching/nearest/change';
import { fen } from '#domain/money';
import type { Criterion } from '#domain/product/criterion';
import type { EligibilityFactName } from '#domain/product/eligibility-facts';
import type { Product } from '#domain/product/product';
import { basisPoints } from '#domain/rate';
import { addDays, months } from '#domain/time';
import { anyApplicant } from './any-applicant.ts';
import { anyNeed } from './any-need.ts';
import { anyProduct } from './any-product.ts';
import { aNeed, aProduct, aStranger, LPR, TODAY } from './builders.ts';

/** One product and one question. */
export type ProductCase = Situation & { readonly product: Product };

const anyLeaf: fc.Arbitrary<Criterion> = fc.oneof(
  fc.constantFrom<Criterion>(
    { fact: 'age_months', atLeast: 24 },
    { fact: 'age_months', atLeast: 12, atMost: 30 },
    { fact: 'penalties_serious_36m', atMost: 0 },
    { fact: 'penalties_minor_36m', atMost: 1 },
    { fact: 'penalty_amount_36m_fen', atMost: 10 },
    { fact: 'months_since_last_penalty', atLeast: 20 },
    { fact: 'abnormal_operation', is: false },
    { fact: 'lists', in: ['recommended'], except: ['abnormal_operation'] },
    { fact: 'tax_arrears_fen', atMost: 0 },
    { fact: 'tax_grade', in: ['A', 'B'] },
    { fact: 'tax_grade', in: ['A'] },
    { fact: 'sales_12m_fen', atLeast: 500 },
    { fact: 'existing_lenders', atMost: 2 },
    { fact: 'industry', in: ['C'], except: ['C39'] },
    { fact: 'grade', in: ['A', 'B'] },
  ),
);
const anyCriterion: fc.Arbitrary<Criterion> = fc.oneof(
  { weight: 3, arbitrary: anyLeaf },
  fc.tuple(anyLeaf, anyLeaf).map((any) => ({ any })),
  fc.tuple(anyLeaf, anyLeaf).map((all) => ({ all })),
  fc.tuple(anyLeaf, anyLeaf).map((all) => ({ not: { all } })),
  fc.tuple(anyLeaf, anyLeaf, anyLeaf).map(([a, b, c]) => ({ any: [{ all: [a, b] }, { not: c }] })),
);

const values: { readonly [Name in EligibilityFactName]?: fc.Arbitrary<ApplicantFacts[Name]> } = {
  age_months: fc.nat(32),
  penalties_minor_36m: fc.nat(3),
  penalties_general_36m: fc.nat(1),
  penalties_serious_36m: fc.nat(2),
  penalty_amount_36m_fen: fc.nat(20),
  months_since_last_penalty: fc.nat(35),
  abnormal_operation: fc.boolean(),
  lists: fc.subarray(['recommended', 'abnormal_operation', 'attention']),
  tax_arrears_fen: fc.nat(2),
  tax_grade: fc.constantFrom('A', 'B', 'C'),
  sales_12m_fen: fc.nat(1_000),
  existing_lenders: fc.nat(4),
  industry: fc.constantFrom('C', 'C39', 'J66'),
  grade: fc.constantFrom('A', 'B', 'C'),
};
const names = Object.keys(values) as (keyof typeof values)[];
/** What is kept back is kept back by category, as a need does. */
const withholdable: readonly EligibilityFactName[] = [
  'tax_arrears_fen',
  'tax_grade',
  'sales_12m_fen',
  'grade',
];

const anyFacts: fc.Arbitrary<ApplicantFacts> = fc
  .tuple(fc.record(values), fc.subarray(names, { minLength: names.length - 4 }))
  .map(([told, known]) => Object.fromEntries(known.map((name) => [name, told[name]])));

/** A small product of which much can be mended: every set of changes can be tried. */
export const anyMendable: fc.Arbitrary<ProductCase> = fc
  .record({
    eligibility: fc.array(anyCriterion, { minLength: 1, maxLength: 3 }),
    facts: anyFacts,
    hides: fc.boolean(),
    tells: fc.boolean(),
    principal: fc.constantFrom(50, 100, 400, 1_000),
    ceiling: fc.option(fc.constantFrom(300, 420), { nil: undefined }),
    tiered: fc.boolean(),
    term: fc.constantFrom(2, 12),
    validFrom: fc.constantFrom(-10, -10, 40),
  })
  .map(({ eligibility, facts, hides, tells, principal, ceiling, tiered, term, validFrom }) => {
    const hidden = withholdable.filter((fact) => hides && facts[fact] !== undefined);
    const pick = (kept: boolean): ApplicantFacts =>
      Object.fromEntries(
        names
          .filter((name) => facts[name] !== undefined && hidden.includes(name) === kept)
          .map((name) => [name, facts[name]]),
      );
    return {
      kept: tells ? pick(true) : {},
      question: {
        need: aNeed({
          principal: fen(principal),
          term: months(term),
          ...(ceiling !== undefined && { rateCeiling: basisPoints(ceiling) }),
          ...(hides && { discloses: [] }),
        }),
        applicant: aStranger({ facts: pick(false), withheld: hidden }),
        ...(LPR[0] && { fixing: LPR[0] }),
        asOf: TODAY,
      },
      product: aProduct({
        eligibility,
        principal: { min: fen(100), max: fen(500) },
        pricing: { kind: 'fixed', min: basisPoints(430), max: basisPoints(500) },
        validFrom: addDays(TODAY, validFrom),
        ...(tiered && {
          tiers: [
            {
              min: basisPoints(410),
              max: basisPoints(420),
              grades: ['A'],
              principal: { min: fen(200), max: fen(300) },
            },
          ],
        }),
      }),
    };
  });

/** Products and needs of the whole vocabulary, and small ones in which much can be changed. */
export const anyProductCase: fc.Arbitrary<ProductCase> = fc.oneof(
  anyMendable,
  fc
    .record({ product: anyProduct, need: anyNeed, applicant: anyApplicant })
    .map(({ product, need, applicant }) => ({
      product,
      kept: {},
      question: { need, applicant, ...(LPR[0] && { fixing: LPR[0] }), asOf: TODAY },
    })),
);
