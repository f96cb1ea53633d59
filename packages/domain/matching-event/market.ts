import type { BankId, NeedId, ProductId } from '../ids.ts';
import type { EntrantBank, EntrantNeed, Participants } from './participants.ts';
import { byPreference, byPriority } from './ties.ts';

/** One bank on the list of one need. */
export type Wish = {
  readonly bank: BankId;
  readonly product: ProductId;
  /** On the need's list, from 1. */
  readonly place: number;
  readonly points: number;
};

/** Where a need stands with a bank, from 0, and for which points. */
export type Standing = { readonly standing: number; readonly points: number };

/** The participants in an order of their own, with strict lists: ties are broken as `ties.ts` says. */
export type Market = {
  /** By id. */
  readonly needs: readonly EntrantNeed[];
  /** By id. */
  readonly banks: readonly EntrantBank[];
  readonly bankAt: ReadonlyMap<BankId, number>;
  /** By need, best first. */
  readonly wishes: readonly (readonly Wish[])[];
  /** By bank. */
  readonly standings: readonly ReadonlyMap<NeedId, Standing>[];
};

export function marketOf({ event, needs, banks }: Participants): Market {
  const [sortedNeeds, sortedBanks] = [needs.toSorted(byId), banks.toSorted(byId)];
  const needOf = new Map(sortedNeeds.map((need) => [need.id, need]));
  return {
    needs: sortedNeeds,
    banks: sortedBanks,
    bankAt: new Map(sortedBanks.map(({ id }, index) => [id, index])),
    wishes: sortedNeeds.map((need) =>
      need.preferences
        .toSorted(byPreference(event, need))
        .map((preference, index) => ({ ...preference, place: index + 1 })),
    ),
    standings: sortedBanks.map(({ priorities }) =>
      standingsOf(
        priorities.flatMap(({ need: id, points }) => {
          const need = needOf.get(id);
          return need ? [{ id, submittedAt: need.submittedAt, points }] : [];
        }),
      ),
    ),
  };
}

const standingsOf = (
  ranked: readonly (Pick<EntrantNeed, 'id' | 'submittedAt'> & { readonly points: number })[],
): ReadonlyMap<NeedId, Standing> =>
  new Map(
    ranked.toSorted(byPriority).map(({ id, points }, standing) => [id, { standing, points }]),
  );

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
