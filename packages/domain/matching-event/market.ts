import type { BankId, NeedId } from '../ids.ts';
import type { EntrantBank, EntrantNeed, Participants, Preference } from './participants.ts';
import { inPreference, inPriority } from './ties.ts';

/** Where a need stands with a bank that takes it: the bank by its index, smaller standings first, no two alike. */
export type Claim = { readonly bank: number; readonly standing: number };

/** One bank on the list of one need. */
export type Wish = Preference & {
  /** On the need's list, from 1. */
  readonly place: number;
  /** Absent where the bank is not there, or does not take the need. */
  readonly claim?: Claim;
  /** For which the bank has it where it stands. */
  readonly priority?: number;
};

/** The participants in an order of their own, with strict lists: ties are broken as `ties.ts` says. */
export type Market = {
  /** By id. */
  readonly needs: readonly EntrantNeed[];
  /** By id. */
  readonly banks: readonly EntrantBank[];
  readonly bankAt: ReadonlyMap<BankId, number>;
  /** By need, best first. */
  readonly wishes: readonly (readonly Wish[])[];
};

export function marketOf({ event, needs, banks }: Participants): Market {
  const [sortedNeeds, sortedBanks] = [needs.toSorted(byId), banks.toSorted(byId)];
  const bankAt = new Map(sortedBanks.map(({ id }, index) => [id, index]));
  const standings = standingsOf(sortedNeeds, sortedBanks);
  return {
    needs: sortedNeeds,
    banks: sortedBanks,
    bankAt,
    wishes: sortedNeeds.map((need) =>
      inPreference(event, need).map((preference, index): Wish => {
        const bank = bankAt.get(preference.bank);
        const taken = bank === undefined ? undefined : standings[bank]?.get(need.id);
        return {
          ...preference,
          place: index + 1,
          ...(bank !== undefined &&
            taken && {
              claim: { bank, standing: taken.standing },
              priority: taken.points,
            }),
        };
      }),
    ),
  };
}

type Standing = { readonly standing: number; readonly points: number };

/** By bank. */
function standingsOf(
  needs: readonly EntrantNeed[],
  banks: readonly EntrantBank[],
): readonly ReadonlyMap<NeedId, Standing>[] {
  const needOf = new Map(needs.map((need) => [need.id, need]));
  return banks.map(
    (bank) =>
      new Map(
        inPriority(bank, needOf).map(({ need, points }, standing) => [
          need.id,
          { standing, points },
        ]),
      ),
  );
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
