import type { RecordId } from '../../ids.ts';
import type { BusinessDate } from '../../time.ts';
import type { ProfileEntries, ProfileEntry } from '../profile.ts';
import { usesOf } from '../uses.ts';
import { checkOf, type ListCheck, listHits } from './list-hits.ts';

/** A check, and whether the register knows the firm at all: of a stranger, `clear` says little. */
export type EntriesCheck = ListCheck & { readonly known: boolean };

/**
 * 逢办必查: what stands against a firm on a day, from its profile alone. The register is asked as it stands
 * now, since it keeps no history.
 */
export function checkEntries(entries: ProfileEntries, asOf: BusinessDate): EntriesCheck {
  const all = Object.entries(entries) as [RecordId, ProfileEntry][];
  const registered = all.find(([, { firm }]) => firm !== undefined)?.[1].firm;
  return {
    ...checkOf(listHits(all, asOf), registered?.status),
    known: registered !== undefined,
  };
}

/** Of a profile what everybody may see on every one of the days; the register itself is public. */
export const shownEntries = (
  entries: ProfileEntries,
  days: readonly BusinessDate[],
): ProfileEntries =>
  Object.fromEntries(
    Object.entries(entries).filter(
      ([, entry]) => entry.firm !== undefined || days.every((day) => usesOf(entry, day).shown),
    ),
  );
