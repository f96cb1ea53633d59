import fc from 'fast-check';
import { assert } from '#domain/assert';
import type { Applicant, ApplicantFacts } from '#domain/matching/applicant';
import {
  type EligibilityFactName,
  eligibilityFact,
  eligibilityFactNames,
} from '#domain/product/eligibility-facts';
import { aStranger } from './builders.ts';

type Told = Exclude<ApplicantFacts[EligibilityFactName], undefined>;

const places = {
  industry: ['C3921', 'C39', 'C', '5143', 'F5143', 'I6510', 'J6620', 'J', 'K7010', 'E47'],
  district: ['320505', '320508', '320594', '320581', '320500', '320508001'],
} as const;

/** Now and then a fact is told in another kind than it should be. */
function anyTold(fact: EligibilityFactName): fc.Arbitrary<Told> {
  const { kind, choices = ['none'] } = eligibilityFact(fact);
  if (fact === 'industry' || fact === 'district') return fc.constantFrom(...places[fact]);
  if (kind === 'flag') return fc.boolean();
  if (kind === 'number') return fc.oneof(fc.nat(50), fc.nat(1_000), fc.nat(2_000_000_000));
  if (kind === 'set') return fc.subarray([...choices]);
  assert(kind === 'choice', `${fact} is told somehow`);
  return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...choices) }, fc.nat(9));
}

/** Of every fact something, nothing, or what is kept back. */
const anyFact = (fact: EligibilityFactName) =>
  fc.record({
    fact: fc.constant(fact),
    told: fc.option(anyTold(fact), { nil: undefined, freq: 4 }),
    withheld: fc.boolean(),
  });

export const anyApplicant: fc.Arbitrary<Applicant> = fc
  .record({
    facts: fc.tuple(...eligibilityFactNames.map(anyFact)),
    operating: fc.constantFrom(true, true, true, false),
    hardStops: fc.constantFrom([], [], [], ['dishonest_debtor_in_force']),
  })
  .map(({ facts, ...firm }) =>
    aStranger({
      ...firm,
      facts: Object.fromEntries(
        facts.flatMap(({ fact, told }) => (told === undefined ? [] : [[fact, told]])),
      ),
      withheld: facts.flatMap(({ fact, told, withheld }) =>
        told === undefined && withheld ? [fact] : [],
      ),
    }),
  );
