import { assert } from '../assert.ts';
import {
  addDays,
  addMonths,
  type BusinessDate,
  date,
  dateOf,
  type Months,
  months,
} from '../time.ts';
import type { Identity, IdentityStatus } from './identity.ts';

type IdentityRule = {
  readonly version: number;
  readonly from: BusinessDate;
  readonly validFor: Months;
  readonly source: string;
};

/** How long a verification counts, by the day on which it was made; the newest first. */
const rules: readonly IdentityRule[] = [
  {
    version: 1,
    from: date('2020-01-01'),
    validFor: months(12),
    // No statute says how long: a year is the interval of the firms' own annual reports (企业信息公示暂行条例 §8).
    source: 'city practice: once a year, as firms report',
  },
];

export function identityRuleOn(day: BusinessDate): IdentityRule {
  const rule = rules.find(({ from }) => from <= day);
  assert(rule !== undefined, 'some rule holds on every day of the platform');
  return rule;
}

/** What it is on a day: past its last one it has expired, whether or not the sweep has come by. */
export const identityStatusOn = (identity: Identity, today: BusinessDate): IdentityStatus =>
  identity.status === 'verified' && (identity.validUntil ?? '') < today
    ? 'expired'
    : identity.status;

/** The last day of a verification made on a day. */
export const identityValidUntil = (decidedOn: BusinessDate, rule: IdentityRule): BusinessDate =>
  addDays(addMonths(decidedOn, rule.validFor), -1);

/** The day on which it stopped, or will stop, to count: of one never decided the day on which it was asked for. */
export function identityEndsOn(identity: Identity): BusinessDate {
  const { status, validUntil, decidedAt, requestedAt } = identity;
  if ((status === 'verified' || status === 'expired') && validUntil !== undefined)
    return addDays(validUntil, 1);
  return dateOf(decidedAt ?? requestedAt);
}
