import type { BankId } from '../ids.ts';
import type { Verdict } from '../product/criterion.ts';
import { type Standing, verdictAt } from './judge-catalogue.ts';
import type { Offer } from './offer.ts';

/** The best first: by points, then by what the loan costs, then by product id. */
export const byRank = (left: Offer, right: Offer): number =>
  right.points - left.points || left.allInRate - right.allInRate || left.row - right.row;

/**
 * Banks take turns: the best product of each, then the second of each, every turn by rank. Within one bank the order
 * stays as it is.
 */
export function inTurns(ranked: readonly Offer[]): readonly Offer[] {
  const taken = new Map<BankId, number>();
  const turns: Offer[][] = [];
  for (const offer of ranked) {
    const turn = taken.get(offer.bank) ?? 0;
    taken.set(offer.bank, turn + 1);
    const those = turns[turn] ?? [];
    those.push(offer);
    turns[turn] = those;
  }
  return turns.flat();
}

/** The products of a verdict, those with the fewest reasons first, then by id. */
export function byReasons(standing: Standing, verdict: Verdict): readonly number[] {
  const rows: number[][] = [];
  for (const [row, count] of standing.reasons.entries()) {
    if (verdictAt(standing, row) !== verdict) continue;
    const alike = rows[count] ?? [];
    alike.push(row);
    rows[count] = alike;
  }
  return rows.flat();
}
