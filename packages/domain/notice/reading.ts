import type { UnifiedCode } from '../ids.ts';
import type { Principal } from '../principal.ts';
import type { Instant } from '../time.ts';

/** Who has read a firm's records: once per firm and reader, first and last time. */
export type Reading = {
  readonly code: UnifiedCode;
  readonly reader: Pick<Principal, 'kind' | 'id'>;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
};
