import type { UnifiedCode } from '#domain/ids';
import type { Principal, Role } from '#domain/principal';

/** Everything may be done by whoever sits before the store: what tests of other things ask as. */
export const OPERATOR: Principal = {
  kind: 'office',
  organisation: 'city',
  roles: ['system.operator'],
  id: 'tester',
};

type RoleOf<Kind extends string> = Role & `${Kind}.${string}`;

export const aFirm = (code: UnifiedCode, role: RoleOf<'firm'> = 'firm.owner'): Principal => ({
  kind: 'firm',
  organisation: code,
  roles: [role],
  id: `person-of-${code}`,
});

export const aBank = (
  role: RoleOf<'bank'> = 'bank.loan_officer',
  organisation = 'bank_gusu',
): Principal => ({ kind: 'bank', organisation, roles: [role], id: `person-of-${organisation}` });

export const anOfficer = (role: RoleOf<'office'> = 'office.data'): Principal => ({
  kind: 'office',
  organisation: 'city',
  roles: [role],
  id: `officer-${role}`,
});

export const aDepartment = (
  organisation = 'supplier_city',
  role: RoleOf<'department'> = 'department.supplier',
): Principal => ({
  kind: 'department',
  organisation,
  roles: [role],
  id: `person-of-${organisation}`,
});
