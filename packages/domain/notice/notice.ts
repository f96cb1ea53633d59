import type { CaseId, ConsentId, NoticeId, RecordId, UnifiedCode } from '../ids.ts';
import type { Party } from '../principal.ts';
import type { BusinessDate, Instant } from '../time.ts';

/**
 * - `repair_reminder`: to the firm, with the penalty (两书同达) · `record_withdrawn`: to whoever had read the
 *   record · `case_accepted`, `case_extended`, `case_decided`: to the firm · `list_hit`: to the firm, by a list it
 *   now stands on · `false_declaration`: to the firm whose declared data was found false · `consent_requested`: to the
 * firm · the other `consent_…`: to the recipient.
 */
export const noticeKinds = [
  'repair_reminder',
  'record_withdrawn',
  'case_accepted',
  'case_extended',
  'case_decided',
  'list_hit',
  'false_declaration',
  'consent_requested',
  'consent_granted',
  'consent_declined',
  'consent_paused',
  'consent_resumed',
  'consent_renewed',
  'consent_revoked',
  'consent_expired',
  'consent_lapsed',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Something that somebody is to be told, queued until it is fetched; its id makes it once. */
export type Notice = {
  readonly id: NoticeId;
  /** The firm itself, or somebody who had read of it. */
  readonly to: Party;
  readonly kind: NoticeKind;
  /** The firm it is about. */
  readonly code: UnifiedCode;
  readonly record?: RecordId;
  readonly case?: CaseId;
  readonly consent?: ConsentId;
  /**
   * From when on a repair may be asked for, until when a case is decided, or on which day: what `kind` is about. Of
   * a consent that has ended, by when the recipient has deleted what it read; of others the last day.
   */
  readonly on?: BusinessDate;
  /** A code that tells more: an outcome, a list's type. */
  readonly detail?: string;
  readonly createdAt: Instant;
};
