import { describe, expect, test } from 'vitest';
import { grantedTo, reaches } from '#domain/access/decide-access';
import { type Action, type Grant, policy } from '#domain/access/policy';
import { MACHINE_REQUESTS_A_MINUTE, requestLimitOf } from '#domain/access/rate-limits';
import { allRoles, organisationKinds, type Principal, PUBLIC, SYSTEM } from '#domain/principal';
import { CODE } from '#test/support/builders';
import { aBank, aDepartment, aFirm, anOfficer, OPERATOR } from '#test/support/principals';

const actions = Object.keys(policy) as Action[];

test('every grant names a role or a kind that there is', () => {
  const known: readonly string[] = [...organisationKinds, ...allRoles];
  for (const action of actions)
    for (const grant of policy[action].grants) expect(known).toContain(grant.split(':')[0]);
});

test.each([
  ['the public may not post', PUBLIC, 'submitNeed', 'sign_in_required'],
  ['a bank may not post for a firm', aBank(), 'submitNeed', 'forbidden'],
  ['a loan officer may not list products', aBank('bank.loan_officer'), 'putProduct', 'forbidden'],
  ['a drafter may not publish', anOfficer('office.list_drafter'), 'publishWhitelist', 'forbidden'],
  ['an approver may not draft', anOfficer('office.approver'), 'requestWhitelist', 'forbidden'],
  ['a clerk may not consent', aFirm(CODE, 'firm.clerk'), 'grantConsent', 'forbidden'],
  ['the office does not consent for firms', anOfficer('office.data'), 'grantConsent', 'forbidden'],
  [
    'nobody signed in does our functions’ work',
    anOfficer('office.model'),
    'rescoreRange',
    'forbidden',
  ],
  ['our functions post nothing', SYSTEM, 'submitNeed', 'forbidden'],
  ['a department reads no firm’s score', aDepartment(), 'readScore', 'forbidden'],
] as const)('%s', (_, asker, action, code) => {
  expect(grantedTo(asker, action)).toMatchObject({ ok: false, refusal: { code, field: action } });
});

test('a grant to a role is not one to its kind, and the widest of several roles holds', () => {
  const both: Principal = { ...aBank('bank.risk'), roles: ['bank.risk', 'bank.product_manager'] };
  expect(grantedTo(aBank('bank.risk'), 'putProduct').ok).toBe(false);
  expect(grantedTo(both, 'putProduct')).toEqual({
    ok: true,
    granted: { own: true, any: false, consented: false },
  });
});

test('a role of another kind gives nothing: the roles of a bank do not make a firm', () => {
  const forged: Principal = { ...aFirm(CODE), roles: ['firm.clerk'] };
  expect(grantedTo(forged, 'putProduct').ok).toBe(false);
});

describe('how far a grant reaches', () => {
  const own = { own: true, any: false, consented: false };
  const [mine, theirs] = [aFirm(CODE), aFirm('91320508MA0000269X' as typeof CODE)];
  test.each([
    ['its own', own, [mine], true],
    ['what it owns with another', own, [theirs, mine], true],
    ['another’s', own, [theirs], false],
    ['nobody’s', own, [], false],
    [
      'a bank with the code of a firm as its id',
      own,
      [{ kind: 'bank', organisation: CODE }],
      false,
    ],
    ['whosoever’s', { ...own, any: true }, [theirs], true],
    ['a firm’s under a consent', { ...own, own: false, consented: true }, [theirs], true],
    ['nothing', { own: false, any: false, consented: false }, [mine], false],
  ] as const)('%s', (_, granted, owners, reached) => {
    expect(reaches(granted, mine, owners)).toBe(reached);
  });
});

test('whoever posts in a firm’s name has been verified before', () => {
  const rows: Readonly<
    Record<string, { readonly grants: readonly Grant[]; readonly verified?: true }>
  > = policy;
  const verified = Object.keys(rows).filter((action) => rows[action]?.verified);
  expect(verified.toSorted()).toEqual([
    'allowFinding',
    'editNeed',
    'fileCase',
    'grantConsent',
    'joinMatchingEvent',
    'renewConsent',
    'submitNeed',
  ]);
});

test('machines may ask more often than people, and only the store’s own people without limit', () => {
  expect(requestLimitOf(aBank('bank.machine'))).toBe(MACHINE_REQUESTS_A_MINUTE);
  expect(requestLimitOf(aBank('bank.risk'))).toBeLessThan(MACHINE_REQUESTS_A_MINUTE);
  expect(requestLimitOf(PUBLIC)).toBeGreaterThan(0);
  expect([requestLimitOf(OPERATOR), requestLimitOf(SYSTEM)]).toEqual([undefined, undefined]);
});
