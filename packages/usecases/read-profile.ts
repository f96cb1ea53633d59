import { categoryOfCatalogue, type DataCategory } from '#domain/consent/data-categories';
import { type Profile, type ProfileEntries, profileOf } from '#domain/credit/profile';
import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import type { Ports } from './ports.ts';

/**
 * A firm's profile as of a day, today unless told, folded from the records of the categories asked for that lie
 * within the scope; of a firm nobody has delivered anything of, an empty one.
 */
export const readProfile =
  (ports: Ports) =>
  async (
    _asker: Principal,
    {
      code,
      asOf = ports.today(),
      categories,
    }: {
      readonly code: UnifiedCode;
      readonly asOf?: BusinessDate;
      readonly categories?: readonly DataCategory[];
    },
    scope: readonly DataCategory[] | 'all' = 'all',
  ): Promise<Outcome<Profile>> => {
    const { entries } = await ports.store.profile(code);
    const cut = within(within(entries, categories ?? 'all'), scope);
    return accept(profileOf({ code, entries: cut, asOf }));
  };

const within = (entries: ProfileEntries, scope: readonly DataCategory[] | 'all'): ProfileEntries =>
  scope === 'all'
    ? entries
    : Object.fromEntries(
        Object.entries(entries).filter(([, { catalogue }]) =>
          scope.includes(categoryOfCatalogue[catalogue]),
        ),
      );
