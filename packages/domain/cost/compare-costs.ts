import type { ProductId } from '../ids.ts';
import { type Fen, fen } from '../money.ts';
import type { Outcome, Refusal } from '../refusal.ts';
import type { ProductCost } from './product-cost.ts';

/** One row of a comparison: the sheet without its details. */
export type CostRow = Omit<ProductCost, 'items' | 'payments'> & {
  /** What the largest payment takes. */
  readonly largestPayment: Fen;
};

export type CostComparison = {
  /** Cheapest first. */
  readonly items: readonly CostRow[];
  /** Products that lend no such loan, and why. */
  readonly refused: readonly { readonly product: ProductId; readonly refusal: Refusal }[];
};

/** By what each costs all in, then by the sum of it; equal ones stay as they were asked for. */
export function compareCosts(
  costs: readonly { readonly product: ProductId; readonly cost: Outcome<ProductCost> }[],
): CostComparison {
  const items: CostRow[] = [];
  const refused: CostComparison['refused'][number][] = [];
  for (const { product, cost } of costs)
    if (cost.ok) items.push(rowOf(cost.value));
    else refused.push({ product, refusal: cost.refusal });
  items.sort((left, right) => left.effective - right.effective || left.cost - right.cost);
  return { items, refused };
}

const rowOf = ({ items: _, payments, ...row }: ProductCost): CostRow => ({
  ...row,
  largestPayment: fen(Math.max(...payments.map(({ total }) => total))),
});
