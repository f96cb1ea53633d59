import { type Party, type Principal, type Role, sameParty } from '../principal.ts';
import type { Refusal } from '../refusal.ts';
import { type Action, type Grant, policy, type Reach } from './policy.ts';

/** What the asker's roles may do with things of an action; the widest that any of them has. */
export type Granted = { readonly own: boolean; readonly any: boolean; readonly consented: boolean };

/** An operator has the store itself in hand, so that a table could keep nothing from them. */
const OPERATOR: Role = 'system.operator';
const EVERYTHING: Granted = { own: true, any: true, consented: false };

/**
 * What the asker may do, before anything is loaded. Refuses: sign_in_required (nobody has signed in, and the
 * public may not), forbidden (none of the asker's roles has a row).
 */
export function grantedTo(
  { kind, roles }: Principal,
  action: Action,
):
  | { readonly ok: true; readonly granted: Granted }
  | { readonly ok: false; readonly refusal: Refusal } {
  if (roles.includes(OPERATOR)) return { ok: true, granted: EVERYTHING };
  const grants: readonly Grant[] = policy[action].grants;
  const has = (reach: Reach) =>
    grants.includes(`${kind}:${reach}`) ||
    roles.some((role) => grants.includes(`${role}:${reach}`));
  const granted = { own: has('own'), any: has('any'), consented: has('consented') };
  if (granted.own || granted.any || granted.consented) return { ok: true, granted };
  return {
    ok: false,
    refusal: {
      code: kind === 'public' ? 'sign_in_required' : 'forbidden',
      field: action,
      expected: grants.map((grant) => grant.split(':')[0]).join(', '),
      actual: roles.join(', '),
    },
  };
}

/**
 * Has the asker to be verified by real name for this? People of firms alone are; whoever may do everything may this
 * unverified.
 */
export const needsVerified = ({ kind, roles }: Principal, action: Action): boolean => {
  const row = policy[action];
  return 'verified' in row && kind === 'firm' && !roles.includes(OPERATOR);
};

/** May the asker reach what belongs to these? What belongs to nobody, only where the grant says `any`. */
export const reaches = (
  { own, any, consented }: Granted,
  asker: Party,
  owners: readonly Party[],
): boolean => any || consented || (own && owners.some((owner) => sameParty(owner, asker)));
