import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseClaims } from '#domain/access/parse-claims';
import { organisationKinds, roles } from '#domain/principal';

const FIRM = '91320508MA0000269X';
const claims = (org: string, role: string, sub = 'p') => parseClaims({ sub, org, role });

test.each([
  ['bank/bank_gusu', 'loan_officer', ['bank.loan_officer']],
  ['bank/bank_gusu', 'loan_officer risk', ['bank.loan_officer', 'bank.risk']],
  ['bank/bank_gusu', '[loan_officer risk]', ['bank.loan_officer', 'bank.risk']],
  ['bank/bank_gusu', 'risk, risk,reviewer', ['bank.risk', 'bank.reviewer']],
  [`firm/${FIRM}`, 'owner', ['firm.owner']],
  ['office/city', 'auditor', ['office.auditor']],
  ['department/supplier_tax', 'machine', ['department.machine']],
])('%s as %s is somebody', (org, role, expected) => {
  const [kind, organisation] = org.split('/');
  expect(claims(org, role)).toEqual({
    ok: true,
    value: { kind, organisation, roles: expected, id: 'p' },
  });
});

test.each([
  ['', 'data', 'org'],
  ['office', 'data', 'org'],
  ['office/', 'data', 'org'],
  ['office/county', 'data', 'org'],
  ['bank/gusu', 'risk', 'org'],
  ['bank/bank_', 'risk', 'org'],
  ['bank/bank_a/b', 'risk', 'org'],
  ['department/bank_gusu', 'supplier', 'org'],
  ['firm/91320508MA00002690', 'owner', 'org'],
  ['system/system', 'service', 'org'],
  ['system/system', 'operator', 'org'],
  ['public/public', 'anyone', 'org'],
  ['office/city', '', 'role'],
  ['office/city', '[]', 'role'],
  ['office/city', 'king', 'role'],
  ['office/city', 'data king', 'role'],
  ['office/city', 'loan_officer', 'role'],
  ['office/city', 'office.data', 'role'],
  ['office/city', 'operator', 'role'],
  ['office/city', 'constructor', 'role'],
])('%s as %s is nobody', (org, role, field) => {
  expect(claims(org, role)).toMatchObject({
    ok: false,
    refusal: { code: 'token_wrong', field, actual: 'claims' },
  });
});

test.each(['', 'x'.repeat(256)])('a subject of no or too great length is nobody', (sub) => {
  expect(claims('office/city', 'data', sub)).toMatchObject({
    ok: false,
    refusal: { field: 'sub' },
  });
});

test('whatever is claimed, nobody becomes the system or the public, or has a role of another kind', () => {
  const part = fc.oneof(fc.string(), fc.constantFrom(...organisationKinds, 'city', 'bank_a', FIRM));
  const role = fc.oneof(fc.string(), fc.constantFrom(...Object.values(roles).flat()));
  fc.assert(
    fc.property(part, part, fc.array(role), (kind, organisation, names) => {
      const read = claims(`${kind}/${organisation}`, names.join(' '));
      if (!read.ok) return;
      expect(['firm', 'bank', 'office', 'department']).toContain(read.value.kind);
      expect(read.value.roles.length).toBeGreaterThan(0);
      for (const each of read.value.roles) expect(each.split('.')[0]).toBe(read.value.kind);
    }),
  );
});
