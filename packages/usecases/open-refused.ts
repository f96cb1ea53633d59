import type { RefusedRow } from '#domain/credit/batch';
import type { SupplierId } from '#domain/ids';
import { type Unmasked, unmaskRow } from '#domain/personal/mask-row';
import type { Principal } from '#domain/principal';
import type { KeptRow, Ports } from './ports.ts';

/**
 * Who gets refused rows back as they came: those who have to mend them, which are the people of the department that
 * has delivered them, the office's for data, and whoever sits before the store with its keys.
 */
export const mends = ({ kind, organisation, roles }: Principal, supplier: SupplierId): boolean =>
  (kind === 'department' && organisation === supplier) ||
  roles.includes('office.data') ||
  roles.includes('system.operator');

/** A kept row as the asker may see it. */
export async function openedRow(
  { vault }: Pick<Ports, 'vault'>,
  { sealed, ...row }: KeptRow,
  mayMend: boolean,
): Promise<RefusedRow> {
  if (sealed === undefined || !mayMend) return row;
  // Sealed by `keepRefused`, and nothing that was changed since is ever opened.
  const unmasked: Unmasked = JSON.parse(await vault.open({ cipher: sealed }));
  return unmaskRow(row, unmasked);
}
