import type { Refusal } from '../../refusal.ts';
import type { RegistryAction, RegistryOf, RegistryStatus } from './registered.ts';

/** From which statuses an action is possible and what it makes of them (domain.md D3: approvals with four eyes). */
export const actionsOn = {
  check: { from: ['draft'], to: 'checked' },
  approve: { from: ['checked'], to: 'approved' },
  // A day may be set anew as long as it has not come.
  activate: { from: ['approved', 'active'], to: 'active' },
  retire: { from: ['draft', 'checked', 'approved', 'active'], to: 'retired' },
} as const satisfies Record<
  Exclude<RegistryAction, 'draft'>,
  { readonly from: readonly RegistryStatus[]; readonly to: RegistryStatus }
>;

/** Why an action is not possible in a status, undefined where it is. */
export function whyNot(
  of: RegistryOf,
  action: Exclude<RegistryAction, 'draft'>,
  status: RegistryStatus,
): Refusal | undefined {
  const { from } = actionsOn[action];
  return from.some((state) => state === status)
    ? undefined
    : {
        code: `${of}_status_wrong`,
        field: 'status',
        expected: from.join(', '),
        actual: status,
      };
}
