import type { DataCategory } from '../consent/data-categories.ts';
import type { BankId, ConsentId, NeedId, ProductId, UnifiedCode } from '../ids.ts';
import type { Fen } from '../money.ts';
import type {
  DocumentKind,
  Guarantee,
  Purpose,
  Repayment,
  UnlawfulPurpose,
} from '../product/vocabulary.ts';
import type { BasisPoints } from '../rate.ts';
import type { BusinessDate, Instant, Months } from '../time.ts';

/** To whom a need goes: one product, chosen banks, or whoever lists a product that fits (定向 / 抢单). */
export type Audience =
  | { readonly to: 'product'; readonly product: ProductId }
  | { readonly to: 'banks'; readonly banks: readonly BankId[] }
  | { readonly to: 'all' };

/** What the firm says of itself where no record does; the bank confirms it. */
export type Declared = {
  readonly existingLoans?: Fen;
  readonly existingLenders?: number;
  readonly firstTimeBorrower?: boolean;
  readonly collateralValue?: Fen;
};

/** A paper that the firm will hand in: what it is, and the hash of the file. */
export type Attachment = {
  readonly kind: DocumentKind;
  readonly name: string;
  /** SHA-256 in hex. */
  readonly digest: string;
};

/** What the firm asks for; the client names the need, so sending it twice is sending it once. */
export type NeedTerms = {
  readonly id: NeedId;
  readonly code: UnifiedCode;
  readonly principal: Fen;
  readonly term: Months;
  /** An unlawful one can be said, so that it can be refused by name. */
  readonly purpose: Purpose | UnlawfulPurpose;
  readonly purposeDetail?: string;
  /** What the firm can offer; a product fits when it takes one of them. */
  readonly guarantees: readonly Guarantee[];
  readonly repayment?: Repayment;
  readonly rateCeiling?: BasisPoints;
  /** When the money is wanted. */
  readonly expectedOn?: BusinessDate;
  /** Division code of where it will be used; absent = the firm's own district. */
  readonly district?: string;
  readonly declared?: Declared;
  readonly audience: Audience;
  /** `anonymous`: banks see who asks only once they are given a consent. */
  readonly visibility: 'named' | 'anonymous';
  /** What matching may read of the firm; absent = all, whatever is left out counts as unknown. */
  readonly discloses?: readonly DataCategory[];
  readonly consents?: readonly ConsentId[];
  readonly attachments?: readonly Attachment[];
  readonly validTo: BusinessDate;
};

export type NeedStatus = 'open' | 'withdrawn';

/** A financing need (融资需求). `edition` counts the terms it has had, from 1. */
export type Need = NeedTerms & {
  readonly status: NeedStatus;
  readonly edition: number;
  readonly submittedAt: Instant;
  readonly editedAt?: Instant;
};
