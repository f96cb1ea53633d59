import type { NeedId, UnifiedCode } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { Guarantee, Purpose, Repayment } from '../product/product.ts';
import type { BasisPoints } from '../rate.ts';
import type { BusinessDate, Instant, Months } from '../time.ts';

/** What the firm asks for; the client names the need, so sending it twice is sending it once. */
export type NeedTerms = {
  readonly id: NeedId;
  readonly code: UnifiedCode;
  readonly principal: Fen;
  readonly term: Months;
  readonly purpose: Purpose;
  /** What the firm can offer; a product fits when it takes one of them. */
  readonly guarantees: readonly Guarantee[];
  readonly repayment?: Repayment;
  readonly rateCeiling?: BasisPoints;
  readonly validTo: BusinessDate;
};

export type NeedStatus = 'open' | 'withdrawn';

/** A financing need (融资需求). */
export type Need = NeedTerms & {
  readonly status: NeedStatus;
  readonly submittedAt: Instant;
};
