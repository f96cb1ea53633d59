import { sum } from '../money.ts';
import type { Assignment, Step } from './assignment.ts';
import { deferredAcceptance, type Room } from './deferred-acceptance.ts';
import { explain } from './explain.ts';
import { type Claim, type Market, marketOf } from './market.ts';
import type { Participants } from './participants.ts';

/** What a need has so far: where on its own list, and how it came there. */
type Holding = { readonly wish: number; readonly steps: readonly Step[] };
export type Holdings = readonly (Holding | undefined)[];

/**
 * Assigns needs to banks, in rounds of deferred acceptance (see there for what is stable, and the proof). Since
 * nobody overtakes, a round may leave room behind a large need that did not fit; the next round hands out
 * by the same rule what is left, among the needs that would rather have it than what they have. Rounds end when
 * there is none. Hence:
 *
 * - quotas are kept, a need goes to one bank that it lists and that lists it, or to none;
 * - each round is stable for what it hands out, and what a need has it keeps or betters in every later round;
 * - at the end no bank has room for a need that would rather have it;
 * - needs of one size, or quotas by number alone: one round, and no pair blocks at all;
 * - the order of the participants does not matter.
 *
 * It ends: whoever stands first with a bank among those that claim it gets it or something better, so that every
 * round moves at least one need up its list.
 *
 * Ties are broken before (`ties.ts`): with needs of one size the answer is weakly stable with respect to the points.
 * To break them so that the most pairs come about is NP-hard (Manlove et al. 2002).
 */
export function assign(participants: Participants): Assignment {
  const market = marketOf(participants);
  let holdings: Holdings = market.needs.map(() => undefined);
  let rounds = 0;
  for (;;) {
    const after = playRound(market, holdings, rounds + 1);
    if (!after) break;
    holdings = after;
    rounds += 1;
  }
  const outcomes = explain(market, holdings);
  const assigned = market.needs.filter((_, index) => holdings[index]);
  return {
    assigned: assigned.length,
    unassigned: outcomes.length - assigned.length,
    amount: sum(assigned.map(({ principal }) => principal)),
    rounds,
    outcomes,
  };
}

/** What needs have after one more round; undefined where none claims anything. */
function playRound(market: Market, before: Holdings, round: number): Holdings | undefined {
  const rooms = roomsLeft(market, before);
  const claims = market.needs.map((_, need) => claimsOf(market, rooms, before, need));
  if (claims.every((own) => own.length === 0)) return undefined;
  const principals = market.needs.map(({ principal }) => principal);
  const answer = deferredAcceptance({ principals, claims, rooms });
  return before.map((holding, need) => {
    const bank = market.banks[answer[need] ?? -1];
    const wish = bank && market.wishes[need]?.findIndex((one) => one.bank === bank.id);
    return bank && wish !== undefined
      ? { wish, steps: [...(holding?.steps ?? []), { round, bank: bank.id }] }
      : holding;
  });
}

/** What the banks have left while everybody keeps what they have. */
function roomsLeft(market: Market, holdings: Holdings): readonly Room[] {
  const left = market.banks.map(({ quota, amount }): { number: number; amount: number } => ({
    number: quota,
    amount,
  }));
  for (const [need, { principal }] of market.needs.entries()) {
    const holding = holdings[need];
    const room = left[(holding && market.wishes[need]?.[holding.wish]?.claim?.bank) ?? -1];
    if (!room) continue;
    room.number -= 1;
    room.amount -= principal;
  }
  return left;
}

/** The banks that a need would rather have than what it has, which take it, and which could hold it alone. */
function claimsOf(
  { needs, wishes }: Market,
  rooms: readonly Room[],
  holdings: Holdings,
  need: number,
): readonly Claim[] {
  const principal = needs[need]?.principal ?? 0;
  const rather = wishes[need]?.slice(0, holdings[need]?.wish) ?? [];
  return rather.flatMap(({ claim }) => {
    const room = claim && rooms[claim.bank];
    return claim && room && room.number > 0 && principal <= room.amount ? [claim] : [];
  });
}
