import type { Fen } from '../money.ts';
import type { Purpose } from '../product/vocabulary.ts';
import type { BusinessDate } from '../time.ts';
import type { SeenNeed } from './masked-need.ts';
import { needState } from './need-actions.ts';

/**
 * Which needs a reader wants: all that stands must hold. It looks at nothing that is masked: whoever could narrow a
 * list by a district would find out what an anonymous need keeps back.
 */
export type NeedFilter = {
  /** Open and not past its last day. */
  readonly open?: boolean;
  readonly purpose?: Purpose;
  readonly minPrincipal?: Fen;
  readonly maxPrincipal?: Fen;
};

export const isWanted = (
  need: SeenNeed,
  { open, purpose, minPrincipal, maxPrincipal }: NeedFilter,
  today: BusinessDate,
): boolean =>
  (open === undefined || open === (needState(need, today) === 'open')) &&
  (purpose === undefined || need.purpose === purpose) &&
  (minPrincipal === undefined || need.principal >= minPrincipal) &&
  (maxPrincipal === undefined || need.principal <= maxPrincipal);
