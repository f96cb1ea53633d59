import type { BankId, ProductId } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { BasisPoints, LprTenor } from '../rate.ts';
import type { BusinessDate, Months } from '../time.ts';
import type { Criterion } from './criterion.ts';
import type {
  DocumentKind,
  FeeCycle,
  FeeKind,
  FeeMethod,
  FeePayer,
  Guarantee,
  LimitKind,
  ProductFeature,
  ProductKind,
  Purpose,
  Repayment,
} from './vocabulary.ts';

/** Both ends belong to it. */
export type Range<Value> = { readonly min: Value; readonly max: Value };

/** A yearly rate: fixed, or the loan prime rate plus or minus basis points (domain.md C11). */
export type Pricing =
  | ({ readonly kind: 'fixed' } & Range<BasisPoints>)
  | ({ readonly kind: 'lpr'; readonly tenor: LprTenor } & Range<BasisPoints>);

/** A better or worse price for some: all that stands must hold, and the first tier that holds is the price. */
export type PriceTier = Range<BasisPoints> & {
  readonly grades?: readonly string[];
  readonly principal?: Range<Fen>;
};

/** Beside interest. `rate`: of the principal, each time that it is due · `amount`: fen, each time. */
export type Fee = {
  readonly kind: FeeKind;
  readonly payer: FeePayer;
  /** Who collects it. */
  readonly payee: string;
  readonly cycle: FeeCycle;
  readonly method: FeeMethod;
} & ({ readonly rate: BasisPoints } | { readonly amount: Fen });

/** A credit product (信贷产品) as its bank lists it. */
export type ProductTerms = {
  readonly id: ProductId;
  readonly bank: { readonly id: BankId; readonly name: string; readonly branch?: string };
  readonly name: string;
  readonly kind: ProductKind;
  readonly principal: Range<Fen>;
  readonly limit: LimitKind;
  readonly term: Range<Months>;
  readonly pricing: Pricing;
  /** In the form of the pricing: yearly rates, or spreads on its LPR. */
  readonly tiers?: readonly PriceTier[];
  readonly fees: readonly Fee[];
  readonly guarantees: readonly Guarantee[];
  readonly purposes: readonly Purpose[];
  readonly repayments: readonly Repayment[];
  readonly documents: readonly DocumentKind[];
  readonly features: readonly ProductFeature[];
  /** Division codes, prefixes of the firm's; absent = the whole city. */
  readonly districts?: readonly string[];
  /** Whom the bank lends to: all of it must hold. */
  readonly eligibility: readonly Criterion[];
  /** What the bank promises (承诺时限), in working days: to accept, then to decide, then to disburse. */
  readonly service: {
    readonly acceptDays: number;
    readonly decisionDays: number;
    readonly disburseDays: number;
  };
  /** The bank's own line for firms; no person's name. */
  readonly contact?: string;
  readonly validFrom: BusinessDate;
  readonly validTo?: BusinessDate;
};

export const productStatuses = ['draft', 'checked', 'listed', 'suspended', 'delisted'] as const;
export type ProductStatus = (typeof productStatuses)[number];

/** One version of a product and where it stands; a need in flight keeps the version that it saw. */
export type Product = ProductTerms & {
  readonly version: number;
  readonly status: ProductStatus;
};
