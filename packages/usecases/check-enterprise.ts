import { checkEntries, type EntriesCheck } from '#domain/credit/lists/check-entries';
import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import type { Ports } from './ports.ts';

export type EnterpriseCheck = EntriesCheck & {
  readonly code: UnifiedCode;
  readonly asOf: BusinessDate;
};

/** 逢办必查: whether anything stands against a firm on a day (today unless told), in one read. Refuses nothing. */
export const checkEnterprise =
  (ports: Ports) =>
  async (
    _asker: Principal,
    { code, asOf = ports.today() }: { readonly code: UnifiedCode; readonly asOf?: BusinessDate },
  ): Promise<Outcome<EnterpriseCheck>> => {
    const { entries } = await ports.store.profile(code);
    return accept({ code, asOf, ...checkEntries(entries, asOf) });
  };
