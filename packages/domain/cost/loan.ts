import type { Fen } from '../money.ts';
import type { Fee } from '../product/product.ts';
import type { Repayment } from '../product/vocabulary.ts';
import type { BasisPoints } from '../rate.ts';
import type { Months } from '../time.ts';

/** What a loan's cost hangs on: a product at a price, or an offer. A revolving one counts as drawn whole at once. */
export type Loan = {
  readonly principal: Fen;
  readonly term: Months;
  /** Yearly, of the contract. */
  readonly rate: BasisPoints;
  readonly repayment: Repayment;
  readonly fees: readonly Fee[];
};
