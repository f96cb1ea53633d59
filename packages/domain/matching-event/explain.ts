import { assert } from '../assert.ts';
import { fen } from '../money.ts';
import type { Holdings } from './assign.ts';
import type { NeedOutcome, PassedOver } from './assignment.ts';
import type { Market, Wish } from './market.ts';
import type { EntrantBank, EntrantNeed } from './participants.ts';

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
    const { bank, product, place, points, priority } = got;
    assert(priority !== undefined, 'a bank has needs that it takes alone');
    const { steps } = holding;
    return { ...told, status: 'assigned', bank, product, place, points, priority, steps };
  });
}

type Placed = { readonly standing: number; readonly principal: number };

/** By bank, what it has. */
function placedAt(market: Market, holdings: Holdings): readonly (readonly Placed[])[] {
  const placed = market.banks.map((): Placed[] => []);
  for (const [index, { principal }] of market.needs.entries()) {
    const holding = holdings[index];
    const claim = holding && market.wishes[index]?.[holding.wish]?.claim;
    if (claim) placed[claim.bank]?.push({ standing: claim.standing, principal });
  }
  return placed;
}

function passedOverFor(
  market: Market,
  placed: readonly (readonly Placed[])[],
  { need: index, wish }: { readonly need: number; readonly wish: Wish },
): PassedOver {
  const { bank: id, product, place, claim } = wish;
  const at = market.bankAt.get(id) ?? -1;
  const [bank, need] = [market.banks[at], market.needs[index]];
  const told = { bank: id, product, place };
  if (!bank || !need || bank.quota === 0 || bank.amount === 0)
    return { ...told, code: 'no_capacity', ahead: 0, left: fen(0) };
  if (!claim) return { ...told, code: 'not_listed', ahead: 0, left: bank.amount };
  const before = placed[at]?.filter(({ standing }) => standing < claim.standing) ?? [];
  const left = fen(before.reduce((rest: number, { principal }) => rest - principal, bank.amount));
  return { ...told, code: codeOf(need, bank, before.length, left), ahead: before.length, left };
}

function codeOf(
  { principal }: EntrantNeed,
  { quota, amount }: EntrantBank,
  ahead: number,
  left: number,
): PassedOver['code'] {
  if (principal > amount) return 'over_amount';
  if (ahead >= quota) return 'quota_number';
  return principal > left ? 'quota_amount' : 'overtaken';
}
