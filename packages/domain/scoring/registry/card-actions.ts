import type { Refusal } from '../../refusal.ts';
import type { CardAction, CardStatus } from './card-version.ts';

/** From which statuses an action is possible and what it makes of them (domain.md D3: approvals with four eyes). */
export const cardActions = {
  check: { from: ['draft'], to: 'checked' },
  approve: { from: ['checked'], to: 'approved' },
  // A day may be set anew as long as it has not come.
  activate: { from: ['approved', 'active'], to: 'active' },
  retire: { from: ['draft', 'checked', 'approved', 'active'], to: 'retired' },
} as const satisfies Record<
  Exclude<CardAction, 'draft'>,
  { readonly from: readonly CardStatus[]; readonly to: CardStatus }
>;

/** Why an action is not possible in a status, undefined where it is. */
export function whyNotCard(
  action: Exclude<CardAction, 'draft'>,
  status: CardStatus,
): Refusal | undefined {
  const { from } = cardActions[action];
  return from.some((state) => state === status)
    ? undefined
    : {
        code: 'card_status_wrong',
        field: 'status',
        expected: from.join(', '),
        actual: status,
      };
}
