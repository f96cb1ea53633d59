import type { UnifiedCode } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { BusinessDate } from '../time.ts';

export type EnterpriseStatus = 'operating' | 'cancelled' | 'revoked' | 'moved_out';

/**
 * A firm as the register knows it: the fold of its `enterprise-registration` record, which makes it.
 * What was not delivered is absent, never a default.
 */
export type Enterprise = {
  readonly code: UnifiedCode;
  readonly name: string;
  readonly status: EnterpriseStatus;
  readonly establishedOn?: BusinessDate;
  /** GB/T 4754-2017, letter and up to four digits as delivered: `C3921`, `F51`. */
  readonly industry?: string;
  /** Division code of the district (ten of Suzhou, 320594 for the Industrial Park). */
  readonly district?: string;
  readonly registeredCapital?: Fen;
};
