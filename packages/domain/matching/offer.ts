import { assert } from '../assert.ts';
import { allInRate } from '../cost/all-in-rate.ts';
import type { BankId } from '../ids.ts';
import type { NeedTerms } from '../need/need.ts';
import type { Product } from '../product/product.ts';
import type { BasisPoints } from '../rate.ts';
import { expectedRate, ratesFor } from './expected-rate.ts';
import type { RankFactor } from './matching.ts';
import type { Question } from './question.ts';
import { type Histories, rankFactors } from './rank.ts';

/** A product that fits, with what its place depends on. `row`: its place in the catalogue. */
export type Offer = {
  readonly row: number;
  readonly bank: BankId;
  readonly expectedRate: BasisPoints;
  readonly allInRate: BasisPoints;
  readonly points: number;
  readonly why: readonly RankFactor[];
};

/** What each product that fits comes to for one question. */
export function offerFor(question: Question, histories: Histories) {
  const { need, applicant } = question;
  const costOf = costs(need);
  return (product: Product, row: number): Offer => {
    const rate = expectedRate(ratesFor(product, question), applicant.facts.points);
    assert(rate !== undefined, 'what fits has a price that is known');
    const cost = costOf(product, rate);
    const why = rankFactors({ product, need, applicant, allInRate: cost, histories });
    return {
      row,
      bank: product.bank.id,
      expectedRate: rate,
      allInRate: cost,
      points: why.reduce((all, { points }) => all + points, 0),
      why,
    };
  };
}

/** The same terms cost the same, and an effective rate is dear to compute: each is computed once. */
function costs({ principal, term, repayment: wanted }: NeedTerms) {
  const known = new Map<string, BasisPoints>();
  return ({ repayments: [usual], fees }: Product, rate: BasisPoints): BasisPoints => {
    // What the firm did not choose the bank's own first kind decides.
    const repayment = wanted ?? usual ?? 'equal_instalments';
    const key = `${rate} ${repayment} ${fees.length === 0 ? '' : JSON.stringify(fees)}`;
    const cost = known.get(key) ?? allInRate({ principal, term, rate, repayment, fees });
    known.set(key, cost);
    return cost;
  };
}
