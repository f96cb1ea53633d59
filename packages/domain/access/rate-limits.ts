import type { OrganisationKind, Principal } from '../principal.ts';

/**
 * Requests of one principal in a minute: a person reads a few pages, a machine works through a list. The public
 * counts by address. A limit protects the others who ask; what a firm consented to is limited by its consent.
 */
export const requestsAMinute: Readonly<Record<Exclude<OrganisationKind, 'system'>, number>> = {
  public: 300,
  firm: 600,
  bank: 1_200,
  office: 1_200,
  department: 1_200,
};
export const MACHINE_REQUESTS_A_MINUTE = 6_000;

/** Undefined = the store's own operator and functions, whom nothing here could hold. */
export function requestLimitOf({ kind, roles }: Principal): number | undefined {
  if (kind === 'system' || roles.includes('system.operator')) return undefined;
  return roles.some((role) => role.endsWith('.machine'))
    ? MACHINE_REQUESTS_A_MINUTE
    : requestsAMinute[kind];
}
