import { reference } from '#adapters/reference/reference';
import type { Case, CaseKind, CaseStatus, CaseTerms } from '#domain/case/case';
import type { Filing } from '#domain/case/decide-filing';
import type { Moving } from '#domain/case/decide-move';
import { reasonCodes } from '#domain/case/reason-codes';
import { type CreditRecord, recordId } from '#domain/credit/record';
import { date } from '#domain/time';
import { CODE, NOW } from '#test/support/builders';
import { OFFICE } from '#test/support/slice';

export const calendar = reference().calendar;
/** A Wednesday under Order 36, far from holidays. */
export const DAY = date('2026-06-03');

/** A fine of 2 March 2026: general, so that it may be repaired from 2 June on. */
export const aPenalty = (told: Partial<CreditRecord> = {}): CreditRecord => ({
  id: recordId('administrative-penalty', CODE, '1号'),
  catalogue: 'administrative-penalty',
  catalogueVersion: 1,
  subject: CODE,
  supplier: 'supplier_city',
  occurredOn: date('2026-03-02'),
  receivedAt: NOW,
  severity: 'general',
  validity: { from: date('2026-03-02') },
  content: {},
  provenance: [],
  ...told,
});

export const someTerms = (told: Partial<CaseTerms> = {}): CaseTerms => ({
  id: 'case_one',
  kind: 'repair',
  code: CODE,
  record: aPenalty().id,
  statement: '罚款已缴清。',
  evidence: [{ name: '缴款书', proves: '罚款已缴清' }],
  promised: true,
  ...told,
});

export const aFiling = (told: Partial<Filing> = {}): Filing => ({
  terms: someTerms(),
  record: aPenalty(),
  entries: {},
  cases: [],
  now: NOW,
  today: DAY,
  calendar,
  ...told,
});

const decision = (code: string) => ({ reasons: [{ code }], by: OFFICE, on: DAY });

/** A case in any status, as it would have come there. */
export const aCase = (kind: CaseKind, status: CaseStatus): Case => ({
  ...someTerms({ kind }),
  status,
  ruleVersion: 1,
  filedAt: NOW,
  filedOn: DAY,
  acceptBy: date('2026-06-08'),
  decideBy: date('2026-06-23'),
  ...(['accepted', 'granted', 'denied'].includes(status) && {
    accepted: decision('papers_complete'),
  }),
  ...(['declined', 'granted', 'denied', 'cancelled'].includes(status) && {
    decided: decision('told'),
  }),
});

export const reasonFor = (kind: CaseKind, action: keyof (typeof reasonCodes)[CaseKind]) =>
  Object.keys(reasonCodes[kind][action])
    .slice(0, 1)
    .map((code) => ({ code }));

export const aMove = (
  told: Omit<Partial<Moving>, 'move'> & Pick<Moving, 'case' | 'move'>,
): Moving => ({
  by: OFFICE,
  record: aPenalty(),
  entries: {},
  today: DAY,
  calendar,
  ...told,
});
