import type { Criterion, LeafCriterion, MemberCriterion, Verdict } from '../product/criterion.ts';
import { type EligibilityFactName, eligibilityFact } from '../product/eligibility-facts.ts';
import type { Applicant, ApplicantFacts } from './applicant.ts';
import type { Finding, Provide } from './matching.ts';
import { trees } from './tree.ts';
import { allOf, anyOf, opposite, yesIf } from './verdict.ts';

type Firm = Pick<Applicant, 'facts' | 'withheld'>;
type FactTold = ApplicantFacts[EligibilityFactName];

/** What a criterion says of a firm. A fact that nobody told, or told in another kind, is unknown and never fails. */
export function verdictOf(criterion: Criterion, firm: Firm): Verdict {
  if ('fact' in criterion) return leafVerdict(criterion, firm.facts[criterion.fact]);
  if ('not' in criterion) return opposite[verdictOf(criterion.not, firm)];
  return 'all' in criterion
    ? allOf(criterion.all.map((part) => verdictOf(part, firm)))
    : anyOf(criterion.any.map((part) => verdictOf(part, firm)));
}

function leafVerdict(leaf: LeafCriterion, told: FactTold): Verdict {
  if (told === undefined) return 'unknown';
  if ('is' in leaf) return typeof told === 'boolean' ? yesIf(told === leaf.is) : 'unknown';
  if (isMember(leaf)) return memberVerdict(leaf, told);
  if (typeof told !== 'number') return 'unknown';
  const { atLeast = -Infinity, atMost = Infinity } = leaf;
  return yesIf(told >= atLeast && told <= atMost);
}

export const isMember = (leaf: LeafCriterion): leaf is MemberCriterion =>
  'in' in leaf || 'except' in leaf;

function memberVerdict({ fact, in: within, except }: MemberCriterion, told: FactTold): Verdict {
  const holds = holding(fact, told);
  return allOf([
    within ? anyOf(within.map(holds)) : 'yes',
    except ? opposite[anyOf(except.map(holds))] : 'yes',
  ]);
}

/** Whether a firm's fact is a value, lies within that branch of its tree, or has it among others. */
export function holding(fact: EligibilityFactName, told: FactTold): (value: string) => Verdict {
  if (typeof told === 'object') return (value) => yesIf(told.includes(value));
  if (typeof told !== 'string') return () => 'unknown';
  return trees[fact]?.(told) ?? ((value) => yesIf(told === value));
}

/** Why a criterion does not hold, with its parts that do not; undefined where it holds. */
export function criterionFinding(criterion: Criterion, firm: Firm): Finding | undefined {
  const verdict = verdictOf(criterion, firm);
  if (verdict === 'yes') return undefined;
  if ('fact' in criterion) {
    const actual = firm.facts[criterion.fact];
    return {
      code: criterion.fact,
      verdict,
      required: criterion,
      ...(actual !== undefined && { actual }),
      ...(verdict === 'unknown' && { provide: provideOf(criterion.fact, firm) }),
    };
  }
  const of = partsOf(criterion).flatMap((part) => criterionFinding(part, firm) ?? []);
  return {
    code: criterionCode(criterion),
    verdict,
    required: criterion,
    ...(of.length > 0 && { of }),
  };
}

export function criterionCode(criterion: Criterion): EligibilityFactName | 'any' | 'all' | 'not' {
  if ('fact' in criterion) return criterion.fact;
  if ('not' in criterion) return 'not';
  return 'all' in criterion ? 'all' : 'any';
}

function partsOf(criterion: Exclude<Criterion, LeafCriterion>): readonly Criterion[] {
  if ('not' in criterion) return [criterion.not];
  return 'all' in criterion ? criterion.all : criterion.any;
}

/** What no record tells: the field of the need in which the firm says it. */
const declaredIn: { readonly [Name in EligibilityFactName]?: string } = {
  existing_loans_fen: 'declared.existingLoans',
  existing_lenders: 'declared.existingLenders',
  first_time_borrower: 'declared.firstTimeBorrower',
  collateral_value_fen: 'declared.collateralValue',
};

/** How a fact that is not known becomes known. */
export function provideOf(fact: EligibilityFactName, { withheld }: Firm): Provide {
  const { categories } = eligibilityFact(fact);
  const field = declaredIn[fact];
  if (field !== undefined) return { how: 'declare', field };
  return { how: withheld.includes(fact) ? 'disclose' : 'record', categories };
}
