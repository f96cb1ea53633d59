import { assert } from '../assert.ts';
import { fen } from '../money.ts';
import type { Holdings } from './assign.ts';
import type { NeedOutcome, PassedOver } from './assignment.ts';
import type { Market, Wish } from './market.ts';

/** What became of every need, with each bank that it would rather have had. */
export function explain(market: Market, holdings: Holdings): readonly NeedOutcome[] {
  const placed = placedAt(market, holdings);
  return market.needs.map((need, index) => {
    const wishes = market.wishes[index] ?? [];
    const holding = holdings[index];
    const passedOver = wishes
      .slice(0, holding?.wish)
      .map((wish) => passedOverFor(market, placed, { need: index, wish }));
    const told = { need: need.id, passedOver };
    const got = holding && wishes[holding.wish];
    if (!got)
      return {
        ...told,
        status: 'unassigned',
        why: wishes.length === 0 ? 'nothing_fits' : 'passed_over',
      };
    const { bank, product, place, points } = got;
    const standing = market.standings[market.bankAt.get(bank) ?? -1]?.get(need.id);
    assert(standing !== undefined, 'a bank has needs that it takes alone');
    const { steps } = holding;
    return {
      ...told,
      status: 'assigned',
      bank,
      product,
      place,
      points,
      priority: standing.points,
      steps,
    };
  });
}

type Placed = { readonly standing: number; readonly principal: number };

/** By bank, what it has. */
function placedAt(market: Market, holdings: Holdings): readonly (readonly Placed[])[] {
  const placed = market.banks.map((): Placed[] => []);
  for (const [index, need] of market.needs.entries()) {
    const holding = holdings[index];
    const got = holding && market.wishes[index]?.[holding.wish];
    const bank = got && market.bankAt.get(got.bank);
    if (bank === undefined) continue;
    const standing = market.standings[bank]?.get(need.id)?.standing;
    if (standing !== undefined) placed[bank]?.push({ standing, principal: need.principal });
  }
  return placed;
}

function passedOverFor(
  market: Market,
  placed: readonly (readonly Placed[])[],
  { need: index, wish }: { readonly need: number; readonly wish: Wish },
): PassedOver {
  const at = market.bankAt.get(wish.bank);
  const [bank, need] = [at === undefined ? undefined : market.banks[at], market.needs[index]];
  const { bank: id, product, place } = wish;
  const told = { bank: id, product, place };
  if (at === undefined || !bank || !need || bank.quota === 0 || bank.amount === 0)
    return { ...told, code: 'no_capacity', ahead: 0, left: fen(0) };
  const standing = market.standings[at]?.get(need.id)?.standing;
  if (standing === undefined) return { ...told, code: 'not_listed', ahead: 0, left: bank.amount };
  const before = placed[at]?.filter((one) => one.standing < standing) ?? [];
  const left = fen(before.reduce((rest: number, { principal }) => rest - principal, bank.amount));
  const ahead = before.length;
  const code =
    need.principal > bank.amount
      ? 'over_amount'
      : ahead >= bank.quota
        ? 'quota_number'
        : need.principal > left
          ? 'quota_amount'
          : 'overtaken';
  return { ...told, code, ahead, left };
}
