import type { Identity } from '../identity/identity.ts';
import { identityEndsOn } from '../identity/identity-rules.ts';
import type { Notice } from '../notice/notice.ts';
import type { Reading } from '../notice/reading.ts';
import { isSealed } from '../personal/sealed.ts';
import type { ScoreCount } from '../scoring/monitoring/score-count.ts';
import { type BusinessDate, dateOf } from '../time.ts';
import type { RetentionReport } from './report.ts';
import type { AppliedRuleId } from './rules.ts';

/** Under which rule something comes next, and the day from which the rule counts. */
export type Counted = { readonly rule: AppliedRuleId; readonly from: BusinessDate };

/** Of refused rows; of those kept before this was noted, nothing is known. */
export const refusalsCount = ({
  keptOn,
}: {
  readonly keptOn?: BusinessDate;
}): Counted | undefined =>
  keptOn === undefined ? undefined : { rule: 'refused_rows', from: keptOn };

export const noticeCounts = ({ createdAt }: Notice): Counted => ({
  rule: 'notices',
  from: dateOf(createdAt),
});

export const readingCounts = ({ lastAt }: Reading): Counted => ({
  rule: 'readings',
  from: dateOf(lastAt),
});

export const reportCounts = ({ day }: RetentionReport): Counted => ({
  rule: 'retention_reports',
  from: day,
});

export const countCounts = ({ asOf }: ScoreCount): Counted => ({
  rule: 'score_counts',
  from: asOf,
});

/** First its numbers, then the rest. */
export const identityCounts = (identity: Identity): Counted => ({
  rule:
    isSealed(identity.idNumber) || (identity.phone && isSealed(identity.phone))
      ? 'identity_numbers'
      : 'identities',
  from: identityEndsOn(identity),
});
