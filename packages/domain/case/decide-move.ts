import type { WorkingCalendar } from '../calendar.ts';
import type { ProfileEntries } from '../credit/profile.ts';
import type { CreditRecord } from '../credit/record.ts';
import type { Principal } from '../principal.ts';
import { same } from '../product/same.ts';
import { accept, type Outcome, type Refusal, refuse } from '../refusal.ts';
import type { BusinessDate } from '../time.ts';
import type { Case, CaseAction, CaseReason, Decision } from './case.ts';
import { statusAfter, whyNotAct } from './case-actions.ts';
import { decideByOf, extendedTo } from './case-rules.ts';
import { whyNotReasons } from './reason-codes.ts';
import { whyNotRepair } from './repair.ts';

export type Move = {
  readonly action: CaseAction;
  /** None where the firm cancels. */
  readonly reasons: readonly CaseReason[];
};

export type Moving = {
  readonly case: Case;
  readonly move: Move;
  readonly by: Principal;
  /** As it stands now, not as it stood when the case was filed. */
  readonly record: CreditRecord;
  /** Of the firm's profile. */
  readonly entries: ProfileEntries;
  readonly today: BusinessDate;
  readonly calendar: WorkingCalendar;
};

/**
 * A case after a move; the very same case where the move was made before. Refuses, in this order:
 * case_differs (made before for other reasons), what `case-actions` refuses in its status,
 * case_not_extendable (its day is over), not_in_list (no reason for this), then of what is granted as a
 * repair: case_not_possible, not_repairable_yet, promise_barred, since the record or the firm's word may have
 * changed since; of an objection that is accepted: case_open (another one disputes the record);
 * calendar_year_unknown.
 */
export function decideMove(moving: Moving): Outcome<Case> {
  const { case: kept, move, by, today } = moving;
  const made = madeBefore(kept, move.action);
  if (made)
    return same(made.reasons, move.reasons)
      ? accept(kept)
      : refuse('case_differs', { field: 'reasons', expected: 'the reasons first given' });
  const refusal =
    whyNotAct(move.action, kept) ??
    whyTooLate(moving) ??
    whyNotReasons(kept.kind, move.action, move.reasons) ??
    whyNotNow(moving);
  if (refusal) return { ok: false, refusal };
  const decision: Decision = { reasons: move.reasons, by, on: today };
  const status = statusAfter(kept.kind, move.action);
  switch (move.action) {
    case 'accept': {
      const { kind, filedOn } = kept;
      const { record, calendar } = moving;
      const decideBy = decideByOf({ kind, record, filedOn, acceptedOn: today, calendar });
      return decideBy.ok
        ? accept({ ...kept, status, accepted: decision, decideBy: decideBy.value })
        : decideBy;
    }
    case 'extend': {
      const decideBy = extendedTo(kept, moving.record, moving.calendar);
      return decideBy.ok
        ? accept({ ...kept, status, extended: decision, decideBy: decideBy.value })
        : decideBy;
    }
    case 'decline':
    case 'grant':
    case 'deny':
    case 'cancel':
      return accept({ ...kept, status, decided: decision });
  }
}

/** What a case keeps of an action, if it was taken. */
function madeBefore(kept: Case, action: CaseAction): Decision | undefined {
  if (action === 'accept') return kept.accepted;
  if (action === 'extend') return kept.extended;
  return kept.status === statusAfter(kept.kind, action) ? kept.decided : undefined;
}

/** What is put off must not be over. */
const whyTooLate = ({ case: { decideBy }, move, today }: Moving): Refusal | undefined =>
  move.action === 'extend' && decideBy < today
    ? { code: 'case_not_extendable', field: 'decideBy', expected: decideBy, actual: today }
    : undefined;

function whyNotNow({ case: kept, move, record, entries, today }: Moving): Refusal | undefined {
  if (kept.kind === 'repair')
    return move.action === 'grant'
      ? whyNotRepair({ record, promised: kept.promised, entries, day: today })
      : undefined;
  const disputed = record.disputedBy !== undefined && record.disputedBy !== kept.id;
  return move.action === 'accept' && disputed
    ? { code: 'case_open', field: 'record', actual: record.disputedBy }
    : undefined;
}
