import type { DataCategory } from '../consent/data-categories.ts';
import type { BankId, UnifiedCode } from '../ids.ts';
import type { BusinessDate, Instant } from '../time.ts';

/** By whom a firm may be found for a product, and what may be read of it to find it. */
export type FindabilityTerms = {
  readonly code: UnifiedCode;
  readonly banks: 'all' | readonly BankId[];
  /** Whatever is left out counts as unknown; what the register and the lists say is public anyway. */
  readonly discloses: readonly DataCategory[];
  /** The last day. */
  readonly until: BusinessDate;
};

/** A firm's consent to be found (可被发现). A firm that never said so is found by nobody. */
export type Findability = FindabilityTerms & {
  readonly status: 'allowed' | 'ended';
  readonly changedAt: Instant;
};

/** It ends with its last day, whether or not anybody has come by. */
export const isFoundBy = (
  { status, banks, until }: Findability,
  bank: string,
  today: BusinessDate,
): boolean =>
  status === 'allowed' && until >= today && (banks === 'all' || banks.some((id) => id === bank));
