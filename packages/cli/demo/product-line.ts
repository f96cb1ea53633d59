import type { Criteria, Guarantee, Purpose, Repayment } from '#domain/product/product';

/** A kind of loan that many banks sell under its name; each bank and edition varies it. */
export type ProductLine = {
  readonly name: string;
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
  readonly criteria: Criteria;
};

/** 万元 low and high, months low and high, working days, points. */
type Numbers = readonly [number, number, number, number, number, number];

export const lpr = (min: number, max: number) => ({ kind: 'lpr', min, max }) as const;
export const fixed = (min: number, max: number) => ({ kind: 'fixed', min, max }) as const;

/** One row of the table of lines. */
export const line = (
  name: string,
  [low, high, shortest, longest, decisionDays, points]: Numbers,
  price: ProductLine['price'],
  [guarantees, purposes, repayments]: readonly [
    readonly Guarantee[],
    readonly Purpose[],
    readonly Repayment[],
  ],
  criteria: Criteria = {},
): ProductLine => ({
  name,
  principal: [low, high],
  term: [shortest, longest],
  decisionDays,
  points,
  price,
  guarantees,
  purposes,
  repayments,
  criteria,
});
