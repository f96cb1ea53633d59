import type { Refusal, RefusalCode } from '../refusal.ts';
import type { Whitelist } from './whitelist.ts';

export const whitelistActions = {
  // A stretch that comes again finds a draft and has nothing left to do.
  draft: { from: ['drafting'], otherwise: 'whitelist_not_draft' },
  // A list is published whole, and publishing twice is publishing once.
  publish: { from: ['draft', 'published'], otherwise: 'whitelist_not_draft' },
} as const satisfies Record<
  string,
  { readonly from: readonly Whitelist['status'][]; readonly otherwise: RefusalCode }
>;
export type WhitelistAction = keyof typeof whitelistActions;

/** Why an action is not possible in a status, undefined where it is. */
export function whyNotWhitelist(
  action: WhitelistAction,
  status: Whitelist['status'],
): Refusal | undefined {
  const { from, otherwise } = whitelistActions[action];
  return from.some((state) => state === status)
    ? undefined
    : { code: otherwise, field: 'status', expected: from.join(', '), actual: status };
}
