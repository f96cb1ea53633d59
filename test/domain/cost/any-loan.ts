import fc from 'fast-check';
import type { Loan } from '#domain/cost/loan';
import { type Fen, fen, yuan } from '#domain/money';
import { namesIn } from '#domain/names-in';
import type { Fee } from '#domain/product/product';
import { feeCycles, feeKinds, feeMethods, repaymentKinds } from '#domain/product/vocabulary';
import { type BasisPoints, basisPoints } from '#domain/rate';
import { months } from '#domain/time';

/** 1,000,000 yuan for a year at 3.85 %, the loan of domain.md C11. */
export const aLoan = (told: Partial<Loan> = {}): Loan => ({
  principal: yuan(1_000_000),
  term: months(12),
  rate: basisPoints(385),
  repayment: 'interest_monthly',
  fees: [],
  ...told,
});

type Charged = Omit<Extract<Fee, { readonly rate: unknown }>, 'rate'>;
const charged: Charged = {
  kind: 'guarantee',
  payer: 'enterprise',
  payee: '苏州担保',
  cycle: 'upfront',
  method: 'transfer',
};

/** 1 % once, for a guarantee. */
export const aFee = ({
  rate = basisPoints(100),
  ...told
}: Partial<Charged> & { readonly rate?: BasisPoints } = {}): Fee => ({ ...charged, ...told, rate });

export const aFlatFee = (amount: Fen, told: Partial<Charged> = {}): Fee => ({
  ...charged,
  ...told,
  amount,
});

/** Of the enterprise; at most 5 % of any loan made here each time. */
export const anyFee: fc.Arbitrary<Fee> = fc
  .record({
    kind: fc.constantFrom(...namesIn(feeKinds)),
    cycle: fc.constantFrom(...namesIn(feeCycles)),
    method: fc.constantFrom(...namesIn(feeMethods)),
    price: fc.oneof(
      fc.integer({ min: 1, max: 500 }).map((rate) => ({ rate: basisPoints(rate) })),
      fc.integer({ min: 1, max: 50_000 }).map((amount) => ({ amount: fen(amount) })),
    ),
  })
  .map(({ price, ...fee }) => ({ ...fee, payer: 'enterprise', payee: '某机构', ...price }));

/** From 10,000 yuan, for up to ten years. */
export const anyLoan: fc.Arbitrary<Loan> = fc.record({
  principal: fc.integer({ min: 1_000_000, max: 1_000_000_000_00 }).map(fen),
  term: fc.integer({ min: 1, max: 120 }).map(months),
  rate: fc.integer({ min: 0, max: 2400 }).map(basisPoints),
  repayment: fc.constantFrom(...namesIn(repaymentKinds)),
  fees: fc.array(anyFee, { maxLength: 3 }),
});

/** As small and as long as the limits allow, where a fen is a large share. */
export const anySmallLoan: fc.Arbitrary<Loan> = fc.record({
  principal: fc.integer({ min: 1, max: 2000 }).map(fen),
  term: fc.integer({ min: 1, max: 360 }).map(months),
  rate: fc.integer({ min: 0, max: 3600 }).map(basisPoints),
  repayment: fc.constantFrom(...namesIn(repaymentKinds)),
  fees: fc.constant([]),
});
