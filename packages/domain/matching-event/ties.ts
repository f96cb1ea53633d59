import { fnv } from '../fnv.ts';
import type { EntrantBank, EntrantNeed, Preference } from './participants.ts';

/**
 * Banks as a need would have them: by points, and those of equal points by a lot that hangs on the event, the need
 * and the bank. No bank can buy a tie, and none wins them all by its name.
 */
export const inPreference = (
  event: string,
  { id, preferences }: Pick<EntrantNeed, 'id' | 'preferences'>,
): readonly Preference[] =>
  preferences
    .map((preference) => ({ preference, lot: fnv(`${preference.bank} ${event} ${id}`) }))
    .toSorted(
      (a, b) =>
        b.preference.points - a.preference.points ||
        a.lot - b.lot ||
        compare(a.preference.bank, b.preference.bank),
    )
    .map(({ preference }) => preference);

/** Needs as a bank would take them: by points, then whoever posted first, then by id. Needs of no event are left out. */
export const inPriority = <Need extends Pick<EntrantNeed, 'id' | 'submittedAt'>>(
  { priorities }: Pick<EntrantBank, 'priorities'>,
  needs: ReadonlyMap<string, Need>,
): readonly { readonly need: Need; readonly points: number }[] =>
  priorities
    .flatMap(({ need: id, points }) => {
      const need = needs.get(id);
      return need ? [{ need, points }] : [];
    })
    .toSorted(
      (a, b) =>
        b.points - a.points ||
        compare(a.need.submittedAt, b.need.submittedAt) ||
        compare(a.need.id, b.need.id),
    );

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
