import type { UnifiedCode } from '#domain/ids';
import { nameOfParty, type Principal, partyOf } from '#domain/principal';
import { dateOf, type Instant } from '#domain/time';
import type { Change, Ports } from './ports.ts';

/**
 * Notes once a day that somebody has read of a firm, in the commit of the read: the index of who is told when a
 * record is withdrawn. Nothing where it is noted already.
 */
export async function readingChange(
  { store }: Ports,
  asker: Principal,
  { code, now }: { readonly code: UnifiedCode; readonly now: Instant },
): Promise<readonly Change[]> {
  const kept = await store.get('reading', `${code}/${nameOfParty(asker)}`);
  if (kept && dateOf(kept.value.lastAt) === dateOf(now)) return [];
  const value = {
    code,
    reader: partyOf(asker),
    firstAt: kept?.value.firstAt ?? now,
    lastAt: now,
  };
  return [{ kind: 'reading', value, expected: kept?.version ?? 0 }];
}
