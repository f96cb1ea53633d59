import type { CaseId, RecordId, UnifiedCode } from '../ids.ts';
import type { Principal } from '../principal.ts';
import type { BusinessDate, Instant } from '../time.ts';

/** 异议: the record is wrong · 信用修复: the fault is mended, the record has done its time. */
export const caseKinds = ['objection', 'repair'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** filed → accepted → granted or denied; or declined at the door; or cancelled by the firm before a decision. */
export const caseStatuses = [
  'filed',
  'accepted',
  'declined',
  'granted',
  'denied',
  'cancelled',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** What can be done with a case once it is filed; the firm cancels, the office does the rest. */
export const caseActions = ['accept', 'decline', 'extend', 'grant', 'deny', 'cancel'] as const;
export type CaseAction = (typeof caseActions)[number];

/** What a firm lays before the office: a paper's name, what it proves, the digest of its bytes. */
export type Evidence = {
  readonly name: string;
  readonly proves: string;
  /** SHA-256 of the paper, in hex. */
  readonly digest?: string;
};

export type CaseReason = { readonly code: string; readonly note?: string };

/** Why a case went as it did, by whom and on which day. */
export type Decision = {
  readonly reasons: readonly CaseReason[];
  readonly by: Principal;
  readonly on: BusinessDate;
};

/** What a firm files: its id makes it once. */
export type CaseTerms = {
  readonly id: CaseId;
  readonly kind: CaseKind;
  readonly code: UnifiedCode;
  readonly record: RecordId;
  /** In the firm's words. */
  readonly statement: string;
  readonly evidence: readonly Evidence[];
  /** The public commitment (信用承诺) without which nothing is repaired. */
  readonly promised: boolean;
};

/** An objection to a record, or a request to repair it. Days are working days of the mainland's calendar. */
export type Case = CaseTerms & {
  readonly status: CaseStatus;
  /** The version of the rule by which its deadlines and conditions stand. */
  readonly ruleVersion: number;
  readonly filedAt: Instant;
  readonly filedOn: BusinessDate;
  readonly acceptBy: BusinessDate;
  /** Until it is accepted: the last day there can be, if it is accepted on the last one. */
  readonly decideBy: BusinessDate;
  readonly accepted?: Decision;
  /** Declined, granted, denied; or cancelled, by the firm, which owes no reasons. */
  readonly decided?: Decision;
  /** Put off once, with the reason. */
  readonly extended?: Decision;
};
