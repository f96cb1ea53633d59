import type { Refusal, RefusalCode } from '../refusal.ts';
import type { BusinessDate } from '../time.ts';
import type { Need, NeedStatus } from './need.ts';

/** `lapsed`: open still, but past its last day; nobody has to write that down. */
export type NeedState = NeedStatus | 'lapsed';

export const needActions = {
  // Banks answer to a need in force alone (domain.md C11: 过期 and 企业撤回 are exits).
  match: { from: ['open'], otherwise: 'need_not_open' },
  // What was asked for and is over stays as it was: whoever asks again posts another need.
  edit: { from: ['open'], otherwise: 'need_not_open' },
  // A firm may always step back, and doing so twice is doing it once.
  withdraw: { from: ['open', 'lapsed', 'withdrawn'], otherwise: 'need_not_open' },
} as const satisfies Record<
  string,
  { readonly from: readonly NeedState[]; readonly otherwise: RefusalCode }
>;
export type NeedAction = keyof typeof needActions;

export const needState = (
  { status, validTo }: Pick<Need, 'status' | 'validTo'>,
  today: BusinessDate,
): NeedState => (status === 'open' && validTo < today ? 'lapsed' : status);

/** Why an action is not possible on a day, undefined where it is. */
export function whyNotNeed(
  action: NeedAction,
  need: Pick<Need, 'status' | 'validTo'>,
  today: BusinessDate,
): Refusal | undefined {
  const { from, otherwise } = needActions[action];
  const actual = needState(need, today);
  return from.some((state) => state === actual)
    ? undefined
    : { code: otherwise, field: 'status', expected: from.join(', '), actual };
}
