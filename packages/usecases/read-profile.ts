import { type Profile, profileOf } from '#domain/credit/profile';
import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import type { Ports } from './ports.ts';

/** A firm's profile as of a day, today unless told; of a firm nobody has delivered anything of, an empty one. */
export const readProfile =
  (ports: Ports) =>
  async (
    _asker: Principal,
    { code, asOf = ports.today() }: { readonly code: UnifiedCode; readonly asOf?: BusinessDate },
  ): Promise<Outcome<Profile>> => {
    const { entries } = await ports.store.profile(code);
    return accept(profileOf({ code, entries, asOf }));
  };
