import type { Criterion, LeafCriterion } from '../../product/criterion.ts';
import { type EligibilityFactName, eligibilityFact } from '../../product/eligibility-facts.ts';
import type { FactValue } from '../../scoring/facts.ts';
import { provideOf, verdictOf } from '../judge-criterion.ts';
import type { Question } from '../question.ts';
import type { Change } from './change.ts';
import { boundsOf } from './wait.ts';

type Told = FactValue | readonly string[];
export type Provided = Extract<Change, { kind: 'provide' }>;

/**
 * What an unknown fact may turn out to be: one value for each way in which the product can take it, with what the
 * product asks of it that this value meets and does not meet. Any value that agrees with that serves as well.
 */
export function provides(
  fact: EligibilityFactName,
  leaves: readonly LeafCriterion[],
  { applicant }: Question,
): readonly Provided[] {
  const asked = leaves.filter((leaf) => leaf.fact === fact);
  const ways = new Map<string, Provided>();
  for (const value of witnesses(fact, asked)) {
    const firm = { facts: { [fact]: value }, withheld: [] };
    const verdicts = asked.map((leaf) => verdictOf(leaf, firm));
    const way = verdicts.join();
    if (verdicts.includes('unknown') || ways.has(way)) continue;
    const meets = asked.map(
      (leaf, place): Criterion => (verdicts[place] === 'yes' ? leaf : { not: leaf }),
    );
    ways.set(way, { kind: 'provide', fact, provide: provideOf(fact, applicant), meets, value });
  }
  return [...ways.values()];
}

/** Values among which each way of answering all leaves of a fact is found. */
function witnesses(fact: EligibilityFactName, asked: readonly LeafCriterion[]): readonly Told[] {
  const { kind, unit, choices = [] } = eligibilityFact(fact);
  if (kind === 'flag') return [true, false];
  if (kind === 'number')
    return asked
      .flatMap(boundsOf)
      .flatMap((bound) => [bound, bound - 1])
      .filter((value) => value >= 0 || unit === 'bp')
      .toSorted((a, b) => a - b);
  if (kind === 'choice') return choices;
  if (kind === 'set') return [[], ...choices.map((choice) => [choice])];
  const prefixes = [...new Set(asked.flatMap(valuesOf))].toSorted();
  return fact === 'industry' ? industries(prefixes) : divisions(prefixes);
}

const valuesOf = (leaf: LeafCriterion): readonly string[] =>
  'in' in leaf || 'except' in leaf ? [...(leaf.in ?? []), ...(leaf.except ?? [])] : [];

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** What is named, a branch beside each named one, and every division of GB/T 4754. */
const industries = (prefixes: readonly string[]): readonly string[] => [
  ...prefixes,
  ...Array.from({ length: 97 }, (_, index) => String(index + 1).padStart(2, '0')),
  ...prefixes
    .filter((prefix) => prefix.length > 1)
    .flatMap((prefix) => DIGITS.map((digit) => prefix + digit)),
];

/** What is named, a part of each beside the named ones, and what lies in no province. */
const divisions = (prefixes: readonly string[]): readonly string[] => [
  ...prefixes,
  ...prefixes.map((prefix) => `${prefix.replace(/(?:00){1,2}$/, '')}99`),
  '99',
];
