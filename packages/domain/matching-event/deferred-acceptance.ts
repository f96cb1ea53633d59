import { assert } from '../assert.ts';
import type { Claim } from './market.ts';

/** A number of needs, and fen. */
export type Room = { readonly number: number; readonly amount: number };

/** One round: needs and banks by their index. */
export type Round = {
  /** Fen, by need. */
  readonly principals: readonly number[];
  /** By need: the banks that it claims, best first; each could hold it alone. */
  readonly claims: readonly (readonly Claim[])[];
  /** By bank. */
  readonly rooms: readonly Room[];
};

type Held = { readonly need: number; readonly standing: number };
type Desk = { readonly held: Held[]; amount: number; cutOff: number };

/**
 * Deferred acceptance (Gale and Shapley 1962): every need claims the best bank that has not refused it. A bank holds
 * its claims in their order as far as they fit, by number and by amount; before the first that does not fit it cuts
 * off, and refuses that need and all that stand behind it, now and later. Answers the bank of each need.
 *
 * With needs of several sizes an assignment that is stable in every pair need not exist, and to find out whether one
 * does is NP-hard (McDermid and Manlove 2010): a small need gets in behind a large one that does not fit, and is
 * pushed out when the large one fits after all. The cut-off takes this away: in a round nobody overtakes. Say that
 * a need claims a bank which it has, or would rather have than what it has. The answer is stable in this sense:
 * **every bank has exactly those claims on it that stand before the first which does not fit.**
 *
 * Proof. Cut-offs only move forward, and whoever has left a bank was refused by it: the claims on a bank, so
 * defined, only grow. A bank cut off because the claims up to one need did not fit; these still stand there at the
 * end, so the claims up to that need do not fit then either, and all that stand before it and claim are held. ∎
 *
 * It is the best stable answer for every need, and so the same in whatever order needs claim. Proof. Take any stable
 * answer and its cut-offs t', and say that no cut-off has so far moved before its t'. A need that bank b holds, and
 * that stands before t'(b), was refused by all banks that it would rather have; t' refuses it there too, so that
 * it has b in that answer. All such needs fit together: the next cut-off of b does not move before t'(b) either. ∎
 *
 * Where all needs are of one size, or number alone binds, stable in this sense is stable in every pair.
 */
export function deferredAcceptance(round: Round): readonly (number | undefined)[] {
  const desks = round.rooms.map((): Desk => ({ held: [], amount: 0, cutOff: Infinity }));
  const next = round.claims.map(() => 0);
  const answer = new Array<number | undefined>(round.claims.length);
  const open = [...round.claims.keys()];
  for (let need = open.pop(); need !== undefined; need = open.pop()) {
    const claim = round.claims[need]?.[next[need] ?? 0];
    answer[need] = claim?.bank;
    if (claim === undefined) continue;
    for (const refused of hold(round, desks, { ...claim, need })) {
      next[refused] = (next[refused] ?? 0) + 1;
      open.push(refused);
    }
  }
  return answer;
}

/** The needs that the bank refuses now that this one claims it. */
function hold(
  { principals, rooms }: Round,
  desks: readonly Desk[],
  { need, bank, standing }: Claim & { readonly need: number },
): readonly number[] {
  const [desk, room] = [desks[bank], rooms[bank]];
  assert(desk !== undefined && room !== undefined, 'a claimed bank takes part');
  if (standing >= desk.cutOff) return [need];
  const sizeOf = (one: number) => principals[one] ?? 0;
  desk.held.splice(placeIn(desk.held, standing), 0, { need, standing });
  desk.amount += sizeOf(need);
  if (desk.held.length <= room.number && desk.amount <= room.amount) return [];
  let kept = 0;
  let amount = 0;
  for (const held of desk.held) {
    if (kept === room.number || amount + sizeOf(held.need) > room.amount) break;
    kept += 1;
    amount += sizeOf(held.need);
  }
  const refused = desk.held.splice(kept);
  desk.amount = amount;
  desk.cutOff = refused[0]?.standing ?? desk.cutOff;
  return refused.map((held) => held.need);
}

/** How many of the held stand before it. */
function placeIn(held: readonly Held[], standing: number): number {
  let [from, to] = [0, held.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((held[middle]?.standing ?? Infinity) < standing) from = middle + 1;
    else to = middle;
  }
  return from;
}
