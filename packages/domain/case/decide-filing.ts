import type { WorkingCalendar } from '../calendar.ts';
import type { ProfileEntries } from '../credit/profile.ts';
import type { CreditRecord } from '../credit/record.ts';
import { accept, type Outcome, refuse } from '../refusal.ts';
import type { BusinessDate, Instant } from '../time.ts';
import type { Case, CaseTerms } from './case.ts';
import { CASE_RULE_VERSION, deadlinesOf } from './case-rules.ts';
import { whyNotRepair } from './repair.ts';

export type Filing = {
  readonly terms: CaseTerms;
  readonly record: CreditRecord | undefined;
  /** Of the firm's profile. */
  readonly entries: ProfileEntries;
  /** Every case of the firm. */
  readonly cases: readonly Case[];
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly calendar: WorkingCalendar;
};

/**
 * A case as it is filed. Refuses, in this order: not_found (the firm has no such record), record_withdrawn,
 * case_not_possible, not_repairable_yet, promise_required, promise_barred, evidence_required (these five of
 * repairs alone), case_open (one of its kind on the record is), calendar_year_unknown.
 */
export function decideFiling(filing: Filing): Outcome<Case> {
  const { terms, record, entries, cases, now, today, calendar } = filing;
  if (!record || record.subject !== terms.code)
    return refuse('not_found', { field: 'record', actual: terms.record });
  if (record.withdrawn)
    return refuse('record_withdrawn', { field: 'record', actual: record.withdrawn.why });
  if (terms.kind === 'repair') {
    const refusal = whyNotRepair({ record, promised: terms.promised, entries, day: today });
    if (refusal) return { ok: false, refusal };
    if (terms.evidence.length === 0) return refuse('evidence_required', { field: 'evidence' });
  }
  const open = cases.find(
    (other) => other.kind === terms.kind && other.record === terms.record && isOpen(other),
  );
  if (open) return refuse('case_open', { field: 'record', actual: open.id });
  const days = deadlinesOf({ kind: terms.kind, record, filedOn: today, calendar });
  if (!days.ok) return days;
  return accept({
    ...terms,
    status: 'filed',
    ruleVersion: CASE_RULE_VERSION,
    filedAt: now,
    filedOn: today,
    ...days.value,
  });
}

/** It waits for the office. */
const isOpen = ({ status }: Pick<Case, 'status'>): boolean =>
  status === 'filed' || status === 'accepted';
