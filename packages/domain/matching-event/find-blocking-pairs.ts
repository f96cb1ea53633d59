import type { BankId, NeedId } from '../ids.ts';
import type { Step } from './assignment.ts';
import type { EntrantBank, EntrantNeed, Participants } from './participants.ts';
import { byPreference, byPriority } from './ties.ts';

/** Who got what, as anybody may have written it down; a need that got nothing has no steps, or is left out. */
export type Placement = { readonly need: NeedId; readonly steps: readonly Step[] };

/**
 * What is wrong with an assignment. `blocking`: in that round the bank had room for the need's claim and for all that
 * stand before it · `overtaking`: the need got the bank though a claim before it did not fit · `room`: at the end
 * the bank has room for a need that would rather have it · `worse`: a later round took something from the need.
 */
export const assignmentFaultCodes = [
  'need_unknown',
  'need_twice',
  'bank_unknown',
  'unlisted',
  'over_number',
  'over_amount',
  'worse',
  'blocking',
  'overtaking',
  'room',
] as const;
export type AssignmentFault = {
  readonly code: (typeof assignmentFaultCodes)[number];
  readonly need?: NeedId;
  readonly bank?: BankId;
  readonly round?: number;
};

/** Both sides as they are told, and who has what after each round. */
type Case = {
  readonly needs: ReadonlyMap<NeedId, EntrantNeed>;
  readonly banks: ReadonlyMap<BankId, EntrantBank>;
  /** Where a bank is on a need's list; undefined where either does not list the other. */
  readonly placeOf: (need: NeedId, bank: BankId) => number | undefined;
  readonly inOrder: (bank: EntrantBank) => readonly EntrantNeed[];
  readonly hasAfter: (need: NeedId, round: number) => BankId | undefined;
  readonly rounds: readonly number[];
};

/**
 * Proves an assignment, or finds what is wrong with it. Knows the definition of a stable assignment
 * (`deferred-acceptance.ts`) and how ties are broken (`ties.ts`), and nothing of how an assignment is made: it
 * replays the rounds from the placements alone. Faults of form are told first, and alone.
 */
export function findBlockingPairs(
  participants: Participants,
  placements: readonly Placement[],
): readonly AssignmentFault[] {
  const matter = caseOf(participants, placements);
  const malformed = faultsOfForm(matter, placements);
  if (malformed.length > 0) return malformed;
  const unfair = matter.rounds.flatMap((round, index) =>
    [...matter.banks.values()].flatMap((bank) =>
      faultsInRound(matter, bank, { round, before: matter.rounds[index - 1] ?? 0 }),
    ),
  );
  const last = matter.rounds.at(-1) ?? 0;
  const idle = [...matter.banks.values()].flatMap((bank) => faultsOfRoom(matter, bank, last));
  return [...unfair, ...idle];
}

function caseOf({ event, needs, banks }: Participants, placements: readonly Placement[]): Case {
  const taken = new Set(
    banks.flatMap(({ id, priorities }) => priorities.map(({ need }) => `${id} ${need}`)),
  );
  const byId = new Map(needs.map((need) => [need.id, need]));
  const places = new Map(
    needs.flatMap((need) =>
      need.preferences
        .toSorted(byPreference(event, need))
        .filter(({ bank }) => taken.has(`${bank} ${need.id}`))
        .map(({ bank }, index) => [`${need.id} ${bank}`, index] as const),
    ),
  );
  const steps = new Map(placements.map((one) => [one.need, one.steps]));
  return {
    needs: byId,
    banks: new Map(banks.map((bank) => [bank.id, bank])),
    placeOf: (need, bank) => places.get(`${need} ${bank}`),
    inOrder: ({ priorities }) =>
      priorities
        .flatMap(({ need: id, points }) => {
          const need = byId.get(id);
          return need ? [{ id, submittedAt: need.submittedAt, points, need }] : [];
        })
        .toSorted(byPriority)
        .map(({ need }) => need),
    hasAfter: (need, round) => steps.get(need)?.findLast((step) => step.round <= round)?.bank,
    rounds: [...new Set(placements.flatMap((one) => one.steps.map(({ round }) => round)))].toSorted(
      (a, b) => a - b,
    ),
  };
}

function faultsOfForm(matter: Case, placements: readonly Placement[]): readonly AssignmentFault[] {
  const seen = new Set<NeedId>();
  const own = placements.flatMap(({ need, steps }): readonly AssignmentFault[] => {
    if (!matter.needs.has(need)) return [{ code: 'need_unknown', need }];
    if (seen.has(need)) return [{ code: 'need_twice', need }];
    seen.add(need);
    return steps.flatMap(({ round, bank }, index): readonly AssignmentFault[] => {
      if (!matter.banks.has(bank)) return [{ code: 'bank_unknown', need, bank }];
      const place = matter.placeOf(need, bank);
      if (place === undefined) return [{ code: 'unlisted', need, bank }];
      const before = steps[index - 1];
      const placeBefore = before && matter.placeOf(need, before.bank);
      const worse =
        before && (before.round >= round || (placeBefore !== undefined && placeBefore <= place));
      return worse ? [{ code: 'worse', need, bank, round }] : [];
    });
  });
  const over = matter.rounds.flatMap((round) =>
    [...matter.banks.values()].flatMap((bank): readonly AssignmentFault[] => {
      const has = usedOf(matter, bank, round);
      return [
        ...(has.number > bank.quota
          ? [{ code: 'over_number', bank: bank.id, round } as const]
          : []),
        ...(has.amount > bank.amount
          ? [{ code: 'over_amount', bank: bank.id, round } as const]
          : []),
      ];
    }),
  );
  return [...own, ...over];
}

/** The claims on a bank in a round, in their order: exactly those before the first that does not fit have it. */
function faultsInRound(
  matter: Case,
  bank: EntrantBank,
  { round, before }: { readonly round: number; readonly before: number },
): readonly AssignmentFault[] {
  const used = usedOf(matter, bank, before);
  const room = { number: bank.quota - used.number, amount: bank.amount - used.amount };
  const claims = matter.inOrder(bank).filter(({ id, principal }) => {
    const has = matter.hasAfter(id, round) === bank.id;
    if (has && matter.hasAfter(id, before) !== bank.id) return true;
    return (
      principal <= room.amount &&
      wouldRather(matter, id, bank.id, before) &&
      wouldRather(matter, id, bank.id, round)
    );
  });
  let [number, amount] = [0, 0];
  return claims.flatMap(({ id, principal }): readonly AssignmentFault[] => {
    number += 1;
    amount += principal;
    const fits = number <= room.number && amount <= room.amount;
    const has = matter.hasAfter(id, round) === bank.id;
    if (fits === has) return [];
    return [{ code: fits ? 'blocking' : 'overtaking', need: id, bank: bank.id, round }];
  });
}

function faultsOfRoom(matter: Case, bank: EntrantBank, round: number): readonly AssignmentFault[] {
  const used = usedOf(matter, bank, round);
  if (used.number >= bank.quota) return [];
  return matter
    .inOrder(bank)
    .filter(
      ({ id, principal }) =>
        used.amount + principal <= bank.amount && wouldRather(matter, id, bank.id, round),
    )
    .map(({ id }) => ({ code: 'room', need: id, bank: bank.id }));
}

/** Whether a need would rather have the bank than what it has after a round. */
function wouldRather(matter: Case, need: NeedId, bank: BankId, round: number): boolean {
  const place = matter.placeOf(need, bank);
  const has = matter.hasAfter(need, round);
  if (place === undefined) return false;
  return has === undefined || place < (matter.placeOf(need, has) ?? Infinity);
}

function usedOf(matter: Case, bank: EntrantBank, round: number) {
  const has = bank.priorities.flatMap(({ need: id }) => {
    const need = matter.needs.get(id);
    return need && matter.hasAfter(id, round) === bank.id ? [need.principal] : [];
  });
  return { number: has.length, amount: has.reduce((total: number, one) => total + one, 0) };
}
