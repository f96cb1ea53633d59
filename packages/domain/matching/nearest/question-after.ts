import type { NeedTerms } from '../../need/need.ts';
import { PENALTY_MONTHS } from '../../scoring/read-compliance.ts';
import type { ApplicantFacts } from '../applicant.ts';
import { undisclosedOf } from '../applicant.ts';
import type { Question } from '../question.ts';
import type { Change, Situation } from './change.ts';
import {
  debts,
  growing,
  type Mendable,
  penaltyCountNames,
  penaltyCounts,
  penaltySums,
  repairableAfter,
  repairedEntries,
  repairedEntryNames,
} from './remedies.ts';

/**
 * What would be asked after some changes, on the day on which the last of them is done. All else stays as it is: the
 * fixing, the score, whatever time does to sales; points that rise with a repair are left aside.
 */
export function questionAfter(situation: Situation, changes: readonly Change[]): Question {
  const { question } = situation;
  const need = changes.reduce(needAfter, question.need);
  const wait = changes.find((change) => change.kind === 'wait');
  const facts = factsAfter({
    told: disclosedFacts(situation, need),
    changes,
    waited: wait?.months ?? 0,
  });
  return {
    ...question,
    need,
    asOf: wait?.until ?? question.asOf,
    applicant: { ...question.applicant, facts },
  };
}

function needAfter(need: NeedTerms, change: Change): NeedTerms {
  switch (change.kind) {
    case 'audience':
    case 'district':
    case 'principal':
    case 'term':
    case 'repayment':
    case 'purpose':
      return { ...need, [change.kind]: change.to };
    case 'rate_ceiling':
      return { ...need, rateCeiling: change.to };
    case 'guarantee':
      return { ...need, guarantees: [...need.guarantees, change.to] };
    case 'disclose':
      return { ...need, discloses: [...(need.discloses ?? []), change.category] };
    default:
      return need;
  }
}

type Facts = { -readonly [Name in keyof ApplicantFacts]: ApplicantFacts[Name] };

function disclosedFacts({ question, kept }: Situation, { discloses }: NeedTerms): ApplicantFacts {
  const { facts, withheld } = question.applicant;
  const read = withheld.filter((fact) => undisclosedOf(fact, discloses).length === 0);
  const told: Facts = { ...facts };
  for (const fact of read) if (kept[fact] !== undefined) told[fact] = kept[fact];
  return told;
}

function factsAfter({
  told,
  changes,
  waited,
}: {
  readonly told: ApplicantFacts;
  readonly changes: readonly Change[];
  readonly waited: number;
}): ApplicantFacts {
  const facts: Facts = { ...told };
  for (const change of changes) mend(facts, change, waited);
  if (waited > 0) age(facts, waited);
  if (changes.some(isPenaltyRepair) && penaltyCountNames.every((count) => facts[count] === 0))
    forgetPenalties(facts);
  for (const change of changes) if (change.kind === 'provide') facts[change.fact] = change.value;
  return facts;
}

const isPenaltyRepair = (change: Change): boolean =>
  change.kind === 'repair' && penaltyCountNames.some((count) => count === change.fact);

function mend(facts: Facts, change: Change, waited: number): void {
  if (change.kind === 'settle') {
    for (const fact of debts[change.debt]) if (facts[fact] !== undefined) facts[fact] = 0;
  } else if (change.kind === 'join_list') {
    if (typeof facts.lists === 'object') facts.lists = [...facts.lists, change.list];
  } else if (change.kind === 'repair' && isRipe(facts, change.fact, waited)) {
    if (facts[change.fact] !== undefined) facts[change.fact] = change.to;
    const left = listsLeft(change.fact);
    if (typeof facts.lists === 'object')
      facts.lists = facts.lists.filter((list) => !left.includes(list));
  }
}

const listsLeft = (fact: Mendable): readonly string[] => {
  const entry = repairedEntryNames.find((name) => name === fact);
  return entry === undefined ? [] : repairedEntries[entry];
};

/** Where nobody tells how old the last penalty is, whoever handles the repair will say whether it is too early. */
function isRipe(facts: Facts, fact: string, waited: number): boolean {
  const count = penaltyCountNames.find((name) => name === fact);
  const last = facts.months_since_last_penalty;
  return (
    count === undefined ||
    typeof last !== 'number' ||
    last + waited >= repairableAfter(penaltyCounts[count])
  );
}

/** Penalties leave once the last of them is 36 months old; which of several leaves earlier no fact tells. */
function age(facts: Facts, waited: number): void {
  const last = facts.months_since_last_penalty;
  const gone = typeof last === 'number' && last + waited >= PENALTY_MONTHS;
  for (const fact of growing) {
    const told = facts[fact];
    if (typeof told === 'number') facts[fact] = told + waited;
  }
  if (!gone) return;
  for (const count of penaltyCountNames) if (facts[count] !== undefined) facts[count] = 0;
  forgetPenalties(facts);
}

/** Of a firm without penalties nobody knows when the last one was. */
function forgetPenalties(facts: Facts): void {
  for (const sum of penaltySums) if (facts[sum] !== undefined) facts[sum] = 0;
  delete facts.months_since_last_penalty;
}
