import type { UnifiedCode } from '../ids.ts';
import type { Party } from '../principal.ts';
import type { Instant } from '../time.ts';

/** Which organisation has read of a firm: once per firm and reader, first and last time. */
export type Reading = {
  readonly code: UnifiedCode;
  readonly reader: Party;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
};
