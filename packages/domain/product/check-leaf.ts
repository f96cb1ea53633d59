import type { Refusal } from '../refusal.ts';
import { type Bounds, badDivisions, badIndustries, badList, outside, repeats } from './bounds.ts';
import type { LeafCriterion, MemberCriterion, RangeCriterion } from './criterion.ts';
import { isMember } from './demand.ts';
import { type EligibilityFact, eligibilityFact, isEligibilityFact } from './eligibility-facts.ts';
import { criterionLimits, MAX_CRITERION_LIST } from './limits.ts';

/** What a criterion says of each kind of fact. */
const formOf = {
  number: ['atLeast', 'atMost'],
  flag: ['is'],
  choice: ['in', 'except'],
  tree: ['in', 'except'],
  set: ['in', 'except'],
} as const satisfies Record<EligibilityFact['kind'], readonly string[]>;

/**
 * In order: a fact that is none (not_in_list), what is not said of its kind (unknown_field), nothing said at all
 * (required), ends outside the limits of its unit (out_of_range), lists that are empty (required), too long
 * (too_long), repeat themselves (repeated) or hold what the fact never says (not_in_list).
 */
export function checkLeaf(leaf: LeafCriterion, place: string): readonly Refusal[] {
  if (!isEligibilityFact(leaf.fact))
    return [
      {
        code: 'not_in_list',
        field: `${place}.fact`,
        expected: 'a fact of GET /v1/vocabulary',
        actual: leaf.fact,
      },
    ];
  const fact = eligibilityFact(leaf.fact);
  const form: readonly string[] = formOf[fact.kind];
  const said = Object.keys(leaf).filter((key) => key !== 'fact');
  const foreign = said.filter((key) => !form.includes(key));
  if (foreign.length > 0)
    return foreign.map((key) => ({
      code: 'unknown_field',
      field: `${place}.${key}`,
      expected: `${form.join(', ')} of ${leaf.fact}`,
    }));
  if (said.length === 0) return [{ code: 'required', field: place, expected: form.join(', ') }];
  if (isMember(leaf)) return checkMember(leaf, fact, place);
  return 'is' in leaf ? [] : checkEnds(leaf, fact, place);
}

function checkEnds(
  { atLeast, atMost }: RangeCriterion,
  fact: EligibilityFact,
  place: string,
): readonly Refusal[] {
  const limits = limitsOf(fact);
  return [
    ...(atLeast === undefined ? [] : outside(`${place}.atLeast`, atLeast, limits)),
    ...(atMost === undefined ? [] : outside(`${place}.atMost`, atMost, limits)),
  ];
}

/** What may be asked of a number. */
export const limitsOf = ({ unit }: Pick<EligibilityFact, 'unit'>): Bounds =>
  isLimited(unit) ? criterionLimits[unit] : criterionLimits.count;

const isLimited = (unit: string): unit is keyof typeof criterionLimits =>
  Object.hasOwn(criterionLimits, unit);

const checkMember = (
  leaf: MemberCriterion,
  fact: EligibilityFact,
  place: string,
): readonly Refusal[] =>
  (['in', 'except'] as const).flatMap((side) => {
    const list = leaf[side];
    if (list === undefined) return [];
    const field = `${place}.${side}`;
    return [
      ...badList(field, list, MAX_CRITERION_LIST),
      ...repeats(field, list),
      ...badValues(field, list, leaf.fact, fact.choices),
    ];
  });

function badValues(
  field: string,
  list: readonly string[],
  fact: string,
  choices: readonly string[] | undefined,
): readonly Refusal[] {
  if (fact === 'industry') return badIndustries(field, list);
  if (choices === undefined) return badDivisions(field, list);
  return list
    .filter((value) => !choices.includes(value))
    .map((actual) => ({ code: 'not_in_list', field, expected: choices.join(', '), actual }));
}
