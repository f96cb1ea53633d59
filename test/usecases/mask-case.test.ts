import { expect, test } from 'vitest';
import { WANG } from '#test/support/a-person';
import { CODE, unifiedCode } from '#test/support/builders';
import { aFirm, anOfficer, OPERATOR } from '#test/support/principals';
import { maskedCase } from '#usecases/mask-case';
import { aCase } from '../domain/case/a-case.ts';

const written = `本人${WANG.idNumber}，电话${WANG.phone}`;
const by = anOfficer();
const decision = { reasons: [{ code: 'x', note: written }], by, on: '2026-03-02' as never };
const filed = {
  ...aCase('objection', 'granted'),
  code: CODE,
  statement: written,
  evidence: [{ name: written, proves: written, digest: 'abc' }],
  accepted: decision,
  decided: decision,
};

test.each([aFirm(CODE), aFirm(CODE, 'firm.clerk'), anOfficer('office.data'), OPERATOR])(
  '%o reads a case as it was written',
  (asker) => {
    expect(maskedCase(asker, filed)).toEqual(filed);
  },
);

test.each([
  anOfficer('office.auditor'),
  anOfficer('office.model'),
  aFirm(unifiedCode('91320508MA0000269X')),
])('to %o numbers in what people wrote are masked, and the rest is told', (asker) => {
  const told = maskedCase(asker, filed);
  for (const number of [WANG.idNumber, WANG.phone])
    expect(JSON.stringify(told)).not.toContain(number);
  expect(told).toMatchObject({ id: filed.id, evidence: [{ digest: 'abc' }], decided: { by } });
  expect(told.statement).toContain('本人3205**********');
});
