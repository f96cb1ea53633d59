import { expect, test } from 'vitest';
import { caseStatuses } from '#domain/case/case';
import { CASE_RULE_VERSION } from '#domain/case/case-rules';
import { decideFiling, type Filing } from '#domain/case/decide-filing';
import { recordId } from '#domain/credit/record';
import { date } from '#domain/time';
import { CODE, NOW } from '#test/support/builders';
import { OTHER_FIRM } from '#test/support/slice';
import { aUsable, since } from '../credit/a-usable.ts';
import { aCase, aFiling, aPenalty, DAY, someTerms } from './a-case.ts';

const brokenWord = {
  [recordId('commitment-keeping', CODE, 'a')]: aUsable({
    catalogue: 'commitment-keeping',
    severity: 'general',
    ...since('2026-01-10'),
  }),
};
const withdrawn = { on: DAY, by: 'case_old', why: 'repaired' } as const;

/** Each line mends the fault of the line before it: what is left is refused in this order. */
const faults: readonly [Partial<Filing>, string, string | undefined][] = [
  [{ record: undefined }, 'not_found', aPenalty().id],
  [{ record: aPenalty({ subject: OTHER_FIRM, withdrawn }) }, 'not_found', aPenalty().id],
  [{ record: aPenalty({ withdrawn, severity: 'none' }) }, 'record_withdrawn', 'repaired'],
  [
    { record: aPenalty({ severity: 'none' }), today: date('2026-06-01') },
    'case_not_possible',
    'administrative-penalty',
  ],
  [
    { today: date('2026-06-01'), terms: someTerms({ promised: false }) },
    'not_repairable_yet',
    '2026-06-01',
  ],
  [{ terms: someTerms({ promised: false }), entries: brokenWord }, 'promise_required', undefined],
  [{ terms: someTerms({ evidence: [] }), entries: brokenWord }, 'promise_barred', undefined],
  [
    { terms: someTerms({ evidence: [] }), cases: [aCase('repair', 'filed')] },
    'evidence_required',
    undefined,
  ],
  [{ cases: [aCase('repair', 'filed')], today: date('2036-06-03') }, 'case_open', 'case_one'],
  [{ today: date('2036-06-03') }, 'calendar_year_unknown', '2036'],
];

test.each(faults)('filing %# is refused by the first fault in order', (told, code, actual) => {
  expect(decideFiling(aFiling(told))).toMatchObject({
    ok: false,
    refusal: { code, ...(actual !== undefined && { actual }) },
  });
});

test('a case is filed with its days and the version of its rules', () => {
  expect(decideFiling(aFiling())).toEqual({
    ok: true,
    value: {
      ...someTerms(),
      status: 'filed',
      ruleVersion: CASE_RULE_VERSION,
      filedAt: NOW,
      filedOn: DAY,
      acceptBy: '2026-06-08',
      decideBy: '2026-06-23',
    },
  });
});

test('a repair that comes too early is told the day on which it may be asked for', () => {
  const early = decideFiling(aFiling({ today: date('2026-06-01') }));
  expect(early).toMatchObject({ refusal: { expected: '2026-06-02', actual: '2026-06-01' } });
  expect(decideFiling(aFiling({ today: date('2026-06-02') })).ok).toBe(true);
});

test.each([
  ['administrative-penalty', 'general', true],
  ['abnormal-operation', 'general', true],
  ['dishonest-debtor', 'serious', true],
  ['tax-abnormal', 'general', true],
  ['administrative-licence', 'none', false],
  ['commitment-keeping', 'general', false],
  ['wage-arrears', 'general', false],
  ['vat-invoice', 'none', false],
] as const)(
  'a %s of severity %s is repaired: %s; it is objected to in any case',
  (catalogue, severity, possible) => {
    const record = aPenalty({ catalogue, severity, occurredOn: date('2024-01-02') });
    const repair = decideFiling(aFiling({ record }));
    expect(repair.ok || repair.refusal.code).toBe(possible || 'case_not_possible');
    const terms = someTerms({ kind: 'objection', promised: false, evidence: [] });
    expect(decideFiling(aFiling({ record, terms, entries: brokenWord })).ok).toBe(true);
  },
);

test.each(caseStatuses)(
  'beside a case that is %s another is filed if that one is closed',
  (status) => {
    const open = status === 'filed' || status === 'accepted';
    const filed = decideFiling(aFiling({ cases: [aCase('repair', status)] }));
    expect(filed.ok).toBe(!open);
    const other = recordId('administrative-penalty', CODE, '2号');
    const apart = [aCase('objection', status), { ...aCase('repair', status), record: other }];
    expect(decideFiling(aFiling({ cases: apart })).ok).toBe(true);
  },
);
