import type { BankId, NeedId } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { Step } from './assignment.ts';
import type { EntrantBank, EntrantNeed, Participants } from './participants.ts';
import { inPreference, inPriority } from './ties.ts';

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

/** A need and a bank that list each other; `place`: of the bank on the need's list. */
type Listed = { readonly id: NeedId; readonly principal: Fen; readonly place: number };
type Has = { readonly bank: BankId; readonly place: number };
/** What needs have after a round. */
type State = ReadonlyMap<NeedId, Has>;

/** Both sides as they are told, and who has what after each round. */
type Case = {
  readonly needs: ReadonlyMap<NeedId, EntrantNeed>;
  readonly banks: ReadonlyMap<BankId, EntrantBank>;
  readonly placeOf: (need: NeedId, bank: BankId) => number | undefined;
  /** By bank, in its order. */
  readonly listed: ReadonlyMap<BankId, readonly Listed[]>;
  /** The first one is before all rounds. */
  readonly states: readonly { readonly round: number; readonly state: State }[];
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
  const unfair = matter.states.slice(1).flatMap(({ round, state }, index) =>
    [...matter.banks.values()].flatMap((bank) =>
      faultsInRound(matter, bank, {
        round,
        state,
        before: matter.states[index]?.state ?? NOTHING,
      }),
    ),
  );
  const last = matter.states.at(-1)?.state ?? NOTHING;
  const idle = [...matter.banks.values()].flatMap((bank) => faultsOfRoom(matter, bank, last));
  return [...unfair, ...idle];
}

const NOTHING: State = new Map();

function caseOf({ event, needs, banks }: Participants, placements: readonly Placement[]): Case {
  const byId = new Map(needs.map((need) => [need.id, need]));
  const places = new Map(
    needs.map((need) => [
      need.id,
      new Map(inPreference(event, need).map(({ bank }, place) => [bank, place])),
    ]),
  );
  const listed = new Map(
    banks.map((bank) => [
      bank.id,
      inPriority(bank, byId).flatMap(({ need: { id, principal } }) => {
        const place = places.get(id)?.get(bank.id);
        return place === undefined ? [] : [{ id, principal, place }];
      }),
    ]),
  );
  const takes = new Map([...listed].map(([bank, own]) => [bank, new Set(own.map(({ id }) => id))]));
  const placeOf = (need: NeedId, bank: BankId) =>
    takes.get(bank)?.has(need) ? places.get(need)?.get(bank) : undefined;
  const rounds = new Set(placements.flatMap(({ steps }) => steps.map(({ round }) => round)));
  return {
    needs: byId,
    banks: new Map(banks.map((bank) => [bank.id, bank])),
    placeOf,
    listed,
    states: [0, ...[...rounds].toSorted((a, b) => a - b)].map((round) => ({
      round,
      state: new Map(
        placements.flatMap(({ need, steps }) => {
          const bank = steps.findLast((step) => step.round <= round)?.bank;
          const place = bank && placeOf(need, bank);
          return bank && place !== undefined ? [[need, { bank, place }] as const] : [];
        }),
      ),
    })),
  };
}

function faultsOfForm(matter: Case, placements: readonly Placement[]): readonly AssignmentFault[] {
  const seen = new Set<NeedId>();
  const own = placements.flatMap(({ need, steps }): readonly AssignmentFault[] => {
    if (!matter.needs.has(need)) return [{ code: 'need_unknown', need }];
    if (seen.has(need)) return [{ code: 'need_twice', need }];
    seen.add(need);
    return steps.flatMap((step, index) => faultsOfStep(matter, need, step, steps[index - 1]));
  });
  const over = matter.states.flatMap(({ round, state }) =>
    [...matter.banks.values()].flatMap((bank): readonly AssignmentFault[] => {
      const has = usedOf(matter, bank, state);
      const told = { bank: bank.id, round };
      return [
        ...(has.number > bank.quota ? [{ ...told, code: 'over_number' } as const] : []),
        ...(has.amount > bank.amount ? [{ ...told, code: 'over_amount' } as const] : []),
      ];
    }),
  );
  return [...own, ...over];
}

function faultsOfStep(
  { banks, placeOf }: Case,
  need: NeedId,
  { round, bank }: Step,
  before: Step | undefined,
): readonly AssignmentFault[] {
  if (!banks.has(bank)) return [{ code: 'bank_unknown', need, bank }];
  const place = placeOf(need, bank);
  if (place === undefined) return [{ code: 'unlisted', need, bank }];
  const placeBefore = before && placeOf(need, before.bank);
  const worse =
    before && (before.round >= round || (placeBefore !== undefined && placeBefore <= place));
  return worse ? [{ code: 'worse', need, bank, round }] : [];
}

/** The claims on a bank in a round, in their order: exactly those before the first that does not fit have it. */
function faultsInRound(
  matter: Case,
  bank: EntrantBank,
  {
    round,
    state,
    before,
  }: { readonly round: number; readonly state: State; readonly before: State },
): readonly AssignmentFault[] {
  const used = usedOf(matter, bank, before);
  const room = { number: bank.quota - used.number, amount: bank.amount - used.amount };
  const gets = ({ id }: Listed) =>
    state.get(id)?.bank === bank.id && before.get(id)?.bank !== bank.id;
  let [number, amount] = [0, 0];
  return (matter.listed.get(bank.id) ?? []).flatMap((need): readonly AssignmentFault[] => {
    const claims =
      need.principal <= room.amount && wouldRather(before, need) && wouldRather(state, need);
    if (!claims && !gets(need)) return [];
    number += 1;
    amount += need.principal;
    const fits = number <= room.number && amount <= room.amount;
    if (fits === gets(need)) return [];
    return [{ code: fits ? 'blocking' : 'overtaking', need: need.id, bank: bank.id, round }];
  });
}

function faultsOfRoom(matter: Case, bank: EntrantBank, state: State): readonly AssignmentFault[] {
  const used = usedOf(matter, bank, state);
  if (used.number >= bank.quota) return [];
  return (matter.listed.get(bank.id) ?? [])
    .filter((need) => used.amount + need.principal <= bank.amount && wouldRather(state, need))
    .map(({ id }) => ({ code: 'room', need: id, bank: bank.id }));
}

/** Whether a need would rather have the bank that lists it so than what it has. */
const wouldRather = (state: State, { id, place }: Listed): boolean =>
  place < (state.get(id)?.place ?? Infinity);

function usedOf({ listed }: Case, bank: EntrantBank, state: State) {
  const has = (listed.get(bank.id) ?? []).filter(({ id }) => state.get(id)?.bank === bank.id);
  return {
    number: has.length,
    amount: has.reduce((total: number, { principal }) => total + principal, 0),
  };
}
