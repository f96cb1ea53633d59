import type { Criterion } from '#domain/product/criterion';
import type { Fee } from '#domain/product/product';
import type {
  Guarantee,
  ProductFeature,
  ProductKind,
  Purpose,
  Repayment,
} from '#domain/product/vocabulary';
import { basisPoints } from '#domain/rate';

/** A kind of loan that many banks sell under its name; each bank and edition varies it. */
export type ProductLine = {
  readonly name: string;
  readonly kind: ProductKind;
  /** 万元. */
  readonly principal: readonly [low: number, high: number];
  /** Months. */
  readonly term: readonly [low: number, high: number];
  /** Working days. */
  readonly decisionDays: number;
  /** Credit points that an average bank asks; 0 = none. */
  readonly points: number;
  /** Basis points: on the one-year LPR, or fixed by the year. */
  readonly price: { readonly kind: 'lpr' | 'fixed'; readonly min: number; readonly max: number };
  readonly guarantees: readonly Guarantee[];
  readonly purposes: readonly Purpose[];
  readonly repayments: readonly Repayment[];
  readonly features: readonly ProductFeature[];
  readonly asks: readonly Criterion[];
};

/** 万元 low and high, months low and high, working days, points. */
type Numbers = readonly [number, number, number, number, number, number];

export const lpr = (min: number, max: number) => ({ kind: 'lpr', min, max }) as const;
export const fixed = (min: number, max: number) => ({ kind: 'fixed', min, max }) as const;

/** One row of the table of lines. */
export const line = (
  [name, kind, features = []]: readonly [string, ProductKind, (readonly ProductFeature[])?],
  [low, high, shortest, longest, decisionDays, points]: Numbers,
  price: ProductLine['price'],
  [guarantees, purposes, repayments]: readonly [
    readonly Guarantee[],
    readonly Purpose[],
    readonly Repayment[],
  ],
  asks: readonly Criterion[] = [],
): ProductLine => ({
  name,
  kind,
  principal: [low, high],
  term: [shortest, longest],
  decisionDays,
  points,
  price,
  guarantees,
  purposes,
  repayments,
  features,
  asks,
});

/** What a loan costs beside interest, by what secures it: the guarantor's fee is the firm's, the rest the bank's. */
export function feesOf(guarantees: readonly Guarantee[]): readonly Fee[] {
  const once = { cycle: 'upfront', method: 'transfer' } as const;
  const fees: Fee[] = [];
  if (guarantees.every((guarantee) => guarantee === 'guarantee_company'))
    fees.push({
      ...once,
      kind: 'guarantee',
      payer: 'enterprise',
      payee: '融资担保公司',
      rate: basisPoints(80),
    });
  if (guarantees.every((guarantee) => guarantee === 'risk_fund'))
    fees.push({
      ...once,
      kind: 'guarantee',
      payer: 'enterprise',
      payee: '信保基金',
      rate: basisPoints(50),
    });
  if (guarantees.includes('mortgage'))
    fees.push({
      ...once,
      kind: 'appraisal',
      payer: 'bank',
      payee: '评估机构',
      rate: basisPoints(10),
    });
  return fees;
}
