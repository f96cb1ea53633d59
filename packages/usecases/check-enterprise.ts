import { checkEntries, type EntriesCheck, shownEntries } from '#domain/credit/lists/check-entries';
import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import type { Ports } from './ports.ts';

/** `known` is told to whoever has signed in for an organisation that lends, grants or supervises, and to the firm. */
export type EnterpriseCheck = Omit<EntriesCheck, 'known'> & {
  readonly known?: boolean;
  readonly code: UnifiedCode;
  readonly asOf: BusinessDate;
};

/**
 * 逢办必查: whether anything stands against a firm on a day (today unless told), in one read. The office, the
 * departments and the firm itself hear of all that is shared among them; banks, other firms and the public of what
 * is displayed on that day and today. A code of no firm is answered to firms and the public exactly as that of a
 * firm against which nothing stands. Refuses nothing.
 */
export const checkEnterprise =
  (ports: Ports) =>
  async (
    asker: Principal,
    { code, asOf = ports.today() }: { readonly code: UnifiedCode; readonly asOf?: BusinessDate },
  ): Promise<Outcome<EnterpriseCheck>> => {
    const { entries } = await ports.store.profile(code);
    const isOwn = asker.kind === 'firm' && asker.organisation === code;
    const displayed = () => shownEntries(entries, [asOf, ports.today()]);
    const { known, ...check } = checkEntries(
      isOwn || hearsAll.has(asker.kind) ? entries : displayed(),
      asOf,
    );
    const isStranger = asker.kind === 'public' || (asker.kind === 'firm' && !isOwn);
    return accept({ code, asOf, ...check, ...(!isStranger && { known }) });
  };

const hearsAll: ReadonlySet<Principal['kind']> = new Set(['office', 'department', 'system']);
