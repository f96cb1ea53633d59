import type { Case } from '#domain/case/case';
import { decideMove, type Move } from '#domain/case/decide-move';
import { recordAfter } from '#domain/case/record-after';
import { entryOf } from '#domain/credit/profile';
import type { CreditRecord } from '#domain/credit/record';
import type { Happening } from '#domain/event';
import type { CaseId } from '#domain/ids';
import type { Notice } from '#domain/notice/notice';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { announce } from './announce.ts';
import type { Change, Commit, Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

/**
 * Takes a case on: accepts, declines, extends, grants or denies it for the office, or cancels it for the firm.
 * The same again changes nothing. One commit writes the case, its record where that is marked, unmarked or
 * withdrawn, the record's entry in the firm's profile, the notice to the firm and the events. Refuses:
 * not_found (no such case), what `decideMove` refuses, busy.
 */
export const moveCase =
  (ports: Ports) =>
  (asker: Principal, { id, ...move }: Move & { readonly id: CaseId }): Promise<Outcome<Case>> =>
    untilCommitted<Case>(async () => {
      const kept = await ports.store.get('case', id);
      if (!kept) return refuse('not_found', { field: 'case', actual: id });
      const [record, { entries }] = await Promise.all([
        ports.store.get('record', kept.value.record),
        ports.store.profile(kept.value.code),
      ]);
      if (!record) return refuse('not_found', { field: 'record', actual: kept.value.record });
      const moved = decideMove({
        case: kept.value,
        move,
        by: asker,
        record: record.value,
        entries,
        today: ports.today(),
        calendar: ports.reference.calendar,
      });
      if (!moved.ok) return moved;
      if (moved.value === kept.value) return accept(kept.value);
      const after = recordAfter(moved.value, record.value, ports.today());
      const changes: Change[] = [{ kind: 'case', value: moved.value, expected: kept.version }];
      const notice = noticeOf(ports, moved.value, move);
      if (notice) changes.push({ kind: 'notice', value: notice, expected: 0 });
      if (after !== record.value)
        changes.push({ kind: 'record', value: after, expected: record.version });
      const happened = happeningsOf(moved.value, record.value, after);
      const commit: Commit = {
        changes,
        events: happened.map((happening) => announce(ports, asker, happening)),
        ...(after !== record.value && {
          profiles: [{ code: moved.value.code, entries: { [after.id]: entryOf(after) } }],
        }),
      };
      return committed(await ports.store.commit(commit), moved.value);
    });

function happeningsOf(
  { id, kind, status, code }: Case,
  before: CreditRecord,
  after: CreditRecord,
): readonly Happening[] {
  const record = after.id;
  const happened: Happening[] = [{ type: 'case_moved', case: id, kind, status, code, record }];
  if (after === before) return happened;
  if (after.withdrawn && !before.withdrawn)
    happened.push({ type: 'record_withdrawn', case: id, code, record });
  happened.push({ type: 'records_changed', codes: [code], catalogue: after.catalogue });
  return happened;
}

const tells = {
  accept: 'case_accepted',
  decline: 'case_decided',
  extend: 'case_extended',
  grant: 'case_decided',
  deny: 'case_decided',
  // It is the firm that cancels.
  cancel: undefined,
} as const satisfies Record<Move['action'], Notice['kind'] | undefined>;

/** Each kind comes once in the life of a case, so that its id makes it once. */
function noticeOf(ports: Ports, moved: Case, { action }: Move): Notice | undefined {
  const kind = tells[action];
  if (!kind) return undefined;
  const { id, code, record, status, decideBy, decided } = moved;
  return {
    id: `notice_${ports.digest(`${kind} ${id}`).slice(0, 40)}`,
    to: { kind: 'firm', organisation: code },
    kind,
    code,
    record,
    case: id,
    on: decided?.on ?? decideBy,
    detail: status,
    createdAt: ports.now(),
  };
}
