import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case, CaseAction, CaseKind, CaseStatus } from '#domain/case/case';
import { caseActions, caseKinds, caseStatuses } from '#domain/case/case';
import { decideMove } from '#domain/case/decide-move';
import { reasonCodes } from '#domain/case/reason-codes';
import { recordId } from '#domain/credit/record';
import { date } from '#domain/time';
import { CODE } from '#test/support/builders';
import { aUsable, since } from '../credit/a-usable.ts';
import { aCase, aMove, aPenalty, DAY, reasonFor } from './a-case.ts';

const reasonsOf = (kind: CaseKind, action: CaseAction) =>
  action === 'cancel' ? [] : reasonFor(kind, action);
const told = [{ code: 'told' }];

/** Status by status: where each action leads, or the refusal; `same` = it was done before. */
const table: Record<CaseAction, Record<CaseStatus, string>> = {
  accept: {
    filed: 'accepted',
    accepted: 'same',
    declined: 'case_not_filed',
    granted: 'same',
    denied: 'same',
    cancelled: 'case_not_filed',
  },
  decline: {
    filed: 'declined',
    accepted: 'case_not_filed',
    declined: 'same',
    granted: 'case_not_filed',
    denied: 'case_not_filed',
    cancelled: 'case_not_filed',
  },
  extend: {
    filed: 'case_not_accepted',
    accepted: 'accepted',
    declined: 'case_not_accepted',
    granted: 'case_not_accepted',
    denied: 'case_not_accepted',
    cancelled: 'case_not_accepted',
  },
  grant: {
    filed: 'case_not_accepted',
    accepted: 'granted',
    declined: 'case_not_accepted',
    granted: 'same',
    denied: 'case_not_accepted',
    cancelled: 'case_not_accepted',
  },
  deny: {
    filed: 'case_not_accepted',
    accepted: 'denied',
    declined: 'case_not_accepted',
    granted: 'case_not_accepted',
    denied: 'same',
    cancelled: 'case_not_accepted',
  },
  cancel: {
    filed: 'cancelled',
    accepted: 'cancelled',
    declined: 'case_not_open',
    granted: 'case_not_open',
    denied: 'case_not_open',
    cancelled: 'same',
  },
};

describe.each(caseKinds)('%s', (kind) => {
  const all = caseActions.flatMap((action) =>
    caseStatuses.map((status) => [action, status] as const),
  );
  test.each(all)('%s when %s', (action, status) => {
    const kept = aCase(kind, status);
    const expected =
      kind === 'objection' && action === 'extend' ? 'case_not_extendable' : table[action][status];
    const done = action === 'accept' ? kept.accepted : kept.decided;
    const reasons = expected === 'same' ? (done?.reasons ?? []) : reasonsOf(kind, action);
    const moved = decideMove(aMove({ case: kept, move: { action, reasons } }));
    if (!moved.ok) return expect(moved.refusal.code).toBe(expected);
    if (expected === 'same') return expect(moved.value).toBe(kept);
    expect(moved.value.status).toBe(expected);
  });
});

test.each<[CaseAction, CaseStatus]>([
  ['accept', 'accepted'],
  ['accept', 'granted'],
  ['decline', 'declined'],
  ['grant', 'granted'],
  ['deny', 'denied'],
])('%s again for another reason when %s differs', (action, status) => {
  const move = { action, reasons: [{ code: 'another' }] };
  expect(decideMove(aMove({ case: aCase('repair', status), move }))).toMatchObject({
    refusal: { code: 'case_differs', field: 'reasons' },
  });
});

test('acceptance and decision say why, by whom and when', () => {
  const reasons = [{ code: 'papers_complete', note: '共三份' }];
  const accepted = decideMove(
    aMove({ case: aCase('repair', 'filed'), move: { action: 'accept', reasons } }),
  );
  expect(accepted).toMatchObject({
    value: { accepted: { reasons, by: { kind: 'office' }, on: DAY } },
  });
  expect(accepted).toMatchObject({ value: { decideBy: '2026-06-17' } });
  const on = date('2026-06-10');
  const denied = decideMove(
    aMove({
      case: aCase('repair', 'accepted'),
      move: { action: 'deny', reasons: [{ code: 'papers_false' }] },
      today: on,
    }),
  );
  expect(denied).toMatchObject({ value: { decided: { reasons: [{ code: 'papers_false' }], on } } });
});

test('the days of an objection do not wait for its acceptance', () => {
  const kept: Case = {
    ...aCase('objection', 'filed'),
    filedOn: date('2026-06-01'),
    decideBy: date('2026-06-22'),
  };
  const move = { action: 'accept', reasons: [{ code: 'papers_complete' }] } as const;
  expect(decideMove(aMove({ case: kept, move }))).toMatchObject({
    value: { decideBy: '2026-06-22' },
  });
});

test('a repair is put off once, and before its day', () => {
  const kept = aCase('repair', 'accepted');
  const move = { action: 'extend', reasons: [{ code: 'case_complex' }] } as const;
  const late = decideMove(aMove({ case: kept, move, today: date('2026-06-24') }));
  expect(late).toMatchObject({ refusal: { code: 'case_not_extendable', expected: '2026-06-23' } });
  const extended = decideMove(aMove({ case: kept, move, today: kept.decideBy }));
  expect(extended).toMatchObject({ value: { status: 'accepted', decideBy: '2026-07-07' } });
  if (!extended.ok) return;
  expect(decideMove(aMove({ case: extended.value, move }))).toEqual(extended);
  const again = { action: 'extend', reasons: [{ code: 'papers_checked' }] } as const;
  expect(decideMove(aMove({ case: extended.value, move: again }))).toMatchObject({
    refusal: { code: 'case_differs', field: 'reasons' },
  });
});

test('a reason has to be one for what is done', () => {
  const move = { action: 'deny', reasons: [{ code: 'not_corrected' }, ...told] } as const;
  expect(decideMove(aMove({ case: aCase('repair', 'accepted'), move }))).toMatchObject({
    refusal: {
      code: 'not_in_list',
      field: 'reasons.1.code',
      expected: Object.keys(reasonCodes.repair.deny).join(', '),
      actual: 'told',
    },
  });
});

test.each([
  ['graver', { severity: 'serious' }, 'not_repairable_yet'],
  ['no fault at all', { severity: 'none' }, 'case_not_possible'],
] as const)('a record that was found %s since is not repaired', (_, changed, code) => {
  const grant = { action: 'grant', reasons: reasonsOf('repair', 'grant') } as const;
  const kept = aCase('repair', 'accepted');
  expect(decideMove(aMove({ case: kept, move: grant, record: aPenalty(changed) }))).toMatchObject({
    refusal: { code },
  });
});

test('a firm that broke its word since is not repaired', () => {
  const entries = {
    [recordId('commitment-keeping', CODE, 'a')]: aUsable({
      catalogue: 'commitment-keeping',
      severity: 'general',
      ...since('2026-06-01'),
    }),
  };
  const move = { action: 'grant', reasons: reasonsOf('repair', 'grant') } as const;
  expect(decideMove(aMove({ case: aCase('repair', 'accepted'), move, entries }))).toMatchObject({
    refusal: { code: 'promise_barred' },
  });
});

test('a record is disputed by one objection at a time', () => {
  const record = aPenalty({ disputedBy: 'case_other' });
  const move = { action: 'accept', reasons: [{ code: 'papers_complete' }] } as const;
  const accept = (kind: CaseKind) =>
    decideMove(aMove({ case: aCase(kind, 'filed'), move, record }));
  expect(accept('objection')).toMatchObject({
    refusal: { code: 'case_open', actual: 'case_other' },
  });
  expect(accept('repair').ok).toBe(true);
});

test('whatever is done, a case ends at most once', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...caseKinds),
      fc.array(fc.constantFrom(...caseActions), { maxLength: 12 }),
      (kind, actions) => {
        let kept = aCase(kind, 'filed');
        const ends = new Set<CaseStatus>();
        for (const action of actions) {
          const moved = decideMove(
            aMove({ case: kept, move: { action, reasons: reasonsOf(kind, action) } }),
          );
          if (moved.ok) kept = moved.value;
          if (kept.decided) ends.add(kept.status);
        }
        expect(ends.size).toBeLessThanOrEqual(1);
        expect(kept.decided === undefined).toBe(['filed', 'accepted'].includes(kept.status));
      },
    ),
  );
});

test('no two reasons for one action share a name', () => {
  for (const kind of caseKinds)
    for (const reasons of Object.values(reasonCodes[kind]))
      for (const language of ['zh', 'en'] as const) {
        const names = Object.values(reasons).map((reason) => reason[language]);
        expect(new Set(names).size).toBe(names.length);
      }
});
