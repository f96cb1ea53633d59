import { fen } from '../../money.ts';
import type { LeafCriterion } from '../../product/criterion.ts';
import type { EligibilityFactName } from '../../product/eligibility-facts.ts';
import type { Product } from '../../product/product.ts';
import { type ApplicantFacts, undisclosedOf } from '../applicant.ts';
import type { Question } from '../question.ts';
import { type Change, leverOf, type Situation } from './change.ts';
import { leavesOf } from './leaves.ts';
import { type Provided, provides } from './provide.ts';
import {
  type Debt,
  debtNames,
  debts,
  growing,
  type PenaltyCount,
  penaltyCountNames,
  penaltySums,
  type RepairedEntry,
  repairedEntries,
  repairedEntryNames,
} from './remedies.ts';
import { boundsOf, waits } from './wait.ts';

/** What can be done about a fact, where it stands after some changes; and the levers of all that ever can. */
export type FactMends = {
  readonly of: (fact: EligibilityFactName, now: Question) => readonly Change[];
  readonly levers: (fact: EligibilityFactName) => readonly string[];
  /** What waiting could change, whatever fact it is about. */
  readonly waits: readonly Change[];
  /** The ways in which a fact that nobody told may turn out. */
  readonly ways: (fact: EligibilityFactName) => readonly Provided[];
};

type Asked = {
  readonly product: Product;
  readonly situation: Situation;
};

export function factMends({ product, situation }: Asked): FactMends {
  const { question, kept } = situation;
  const leaves = leavesOf(product);
  const told: ApplicantFacts = { ...kept, ...question.applicant.facts };
  const waiting = waits({ product, leaves, told, asOf: question.asOf });
  const own = remembered<Change>((fact) => [
    ...remediesOf(fact, told, leaves),
    ...(waitsFor(fact, told) ? waiting : []),
  ]);
  const provided = remembered((fact) => provides(fact, leaves, question));
  const isKept = (fact: EligibilityFactName) =>
    question.applicant.facts[fact] === undefined && kept[fact] !== undefined;
  return {
    of: (fact, { need, applicant }) => {
      if (applicant.facts[fact] !== undefined) return own(fact);
      if (told[fact] === undefined) return provided(fact);
      return isKept(fact) ? undisclosedOf(fact, need.discloses).map(disclose) : [];
    },
    levers: (fact) => {
      const all = told[fact] === undefined ? provided(fact) : own(fact);
      const hidden = isKept(fact) ? undisclosedOf(fact, question.need.discloses) : [];
      return [...all, ...hidden.map(disclose)].map(leverOf);
    },
    waits: waiting,
    ways: provided,
  };
}

const disclose = (category: Extract<Change, { kind: 'disclose' }>['category']): Change => ({
  kind: 'disclose',
  category,
});

function remembered<Made>(
  make: (fact: EligibilityFactName) => readonly Made[],
): (fact: EligibilityFactName) => readonly Made[] {
  const made = new Map<EligibilityFactName, readonly Made[]>();
  return (fact) => {
    const known = made.get(fact) ?? make(fact);
    made.set(fact, known);
    return known;
  };
}

const isOneOf = (names: readonly EligibilityFactName[], fact: EligibilityFactName): boolean =>
  names.includes(fact);

const ofPenalties: readonly EligibilityFactName[] = [
  ...penaltyCountNames,
  ...penaltySums,
  'months_since_last_penalty',
];

const waitsFor = (fact: EligibilityFactName, told: ApplicantFacts): boolean =>
  isOneOf(growing, fact) ||
  (isOneOf(ofPenalties, fact) && typeof told.months_since_last_penalty === 'number');

/** Beside waiting. */
function remediesOf(
  fact: EligibilityFactName,
  told: ApplicantFacts,
  leaves: readonly LeafCriterion[],
): readonly Change[] {
  const counts = penaltyCountNames.filter((count) =>
    isOneOf(penaltyCountNames, fact) ? count === fact : isOneOf(ofPenalties, fact),
  );
  return [
    ...counts.flatMap((count) => countRepairs(count, told, leaves)),
    ...repairedEntryNames
      .filter((entry) => entry === fact || (fact === 'lists' && repairedEntries[entry].length > 0))
      .flatMap((entry) => entryRepair(entry, told)),
    ...debtNames
      .filter((debt) => isOneOf(debts[debt], fact))
      .flatMap((debt) => settlement(debt, told)),
    ...(fact === 'lists' && typeof told.lists === 'object' && !told.lists.includes('recommended')
      ? [{ kind: 'join_list' as const, list: 'recommended' as const }]
      : []),
  ];
}

/** To none, and to each bound below what the count is now. */
function countRepairs(
  fact: PenaltyCount,
  told: ApplicantFacts,
  leaves: readonly LeafCriterion[],
): readonly Change[] {
  const from = told[fact];
  if (typeof from !== 'number') return [];
  const bounds = leaves.filter((leaf) => leaf.fact === fact).flatMap(boundsOf);
  return [...new Set([0, ...bounds.map((bound) => bound - 1)])]
    .filter((to) => to >= 0 && to < from)
    .map((to) => ({ kind: 'repair', fact, from, to }));
}

function entryRepair(fact: RepairedEntry, told: ApplicantFacts): readonly Change[] {
  const { lists } = told;
  const listed =
    typeof lists === 'object' && repairedEntries[fact].some((list) => lists.includes(list));
  return told[fact] === true || listed ? [{ kind: 'repair', fact, from: true, to: false }] : [];
}

function settlement(debt: Debt, told: ApplicantFacts): readonly Change[] {
  const owing = debts[debt].some((fact) => {
    const value = told[fact];
    return typeof value === 'number' && value > 0;
  });
  const amount = told[debts[debt][0]];
  const owed =
    debt !== 'wages' && typeof amount === 'number' && amount > 0 ? fen(amount) : undefined;
  return owing ? [{ kind: 'settle', debt, ...(owed !== undefined && { owed }) }] : [];
}
