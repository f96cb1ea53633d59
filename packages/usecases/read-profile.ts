import { categoryOfCatalogue, type DataCategory } from '#domain/consent/data-categories';
import { type Profile, type ProfileEntries, profileOf } from '#domain/credit/profile';
import { usesOf } from '#domain/credit/uses';
import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import type { Ports } from './ports.ts';

/**
 * A firm's profile as of a day, today unless told, folded from the records of the categories asked for that lie
 * within the scope, to a bank from those that are shared today still; of a firm nobody has delivered anything of, an empty one.
 */
export const readProfile =
  (ports: Ports) =>
  async (
    asker: Principal,
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
    const shared = asker.kind === 'bank' ? stillShared(entries, ports.today()) : entries;
    const cut = within(within(shared, categories ?? 'all'), scope);
    return accept(profileOf({ code, entries: cut, asOf }));
  };

/** What has run out is told to no bank, not even as of a day on which it had not. */
const stillShared = (entries: ProfileEntries, today: BusinessDate): ProfileEntries =>
  Object.fromEntries(Object.entries(entries).filter(([, entry]) => usesOf(entry, today).shared));

const within = (entries: ProfileEntries, scope: readonly DataCategory[] | 'all'): ProfileEntries =>
  scope === 'all'
    ? entries
    : Object.fromEntries(
        Object.entries(entries).filter(([, { catalogue }]) =>
          scope.includes(categoryOfCatalogue[catalogue]),
        ),
      );
