import type { BusinessDate, Instant } from '../time.ts';
import type { AppliedRuleId } from './rules.ts';

/** What one rule has done on a day. */
export type RuleReport = {
  readonly rule: AppliedRuleId;
  readonly looked: number;
  readonly deleted: number;
  readonly erased: number;
  /** The first day on which something more is due; absent where nothing is kept under the rule. */
  readonly nextDue?: BusinessDate;
  /** Where a rule looks through all there is: the place that it has reached; absent once it is through. */
  readonly after?: string;
};

/** What retention has done on a day, in all of its runs. */
export type RetentionReport = {
  readonly day: BusinessDate;
  readonly ruleVersion: number;
  readonly startedAt: Instant;
  readonly lastAt: Instant;
  /** Nothing more is due that day. */
  readonly finished: boolean;
  readonly rules: readonly RuleReport[];
};

/** The report with more done under one rule. */
export function addDone(report: RetentionReport, done: RuleReport, at: Instant): RetentionReport {
  const before = report.rules.find(({ rule }) => rule === done.rule);
  const sum: RuleReport = {
    rule: done.rule,
    looked: (before?.looked ?? 0) + done.looked,
    deleted: (before?.deleted ?? 0) + done.deleted,
    erased: (before?.erased ?? 0) + done.erased,
    ...(done.nextDue !== undefined && { nextDue: done.nextDue }),
    ...(done.after !== undefined && { after: done.after }),
  };
  const others = report.rules.filter(({ rule }) => rule !== done.rule);
  return { ...report, lastAt: at, rules: [...others, sum] };
}
