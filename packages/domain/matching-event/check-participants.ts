import type { Refusal } from '../refusal.ts';
import { MAX_EVENT_BANKS, MAX_EVENT_NEEDS, type Participants } from './participants.ts';

/** What is wrong with a list of participants. Codes: too_long, not_in_list (told twice). */
export function checkParticipants({ needs, banks }: Participants): readonly Refusal[] {
  return [
    ...tooMany('needs', needs.length, MAX_EVENT_NEEDS),
    ...tooMany('banks', banks.length, MAX_EVENT_BANKS),
    ...twice(
      'needs',
      needs.map(({ id }) => id),
    ),
    ...twice(
      'banks',
      banks.map(({ id }) => id),
    ),
    ...needs.flatMap(({ preferences }, index) =>
      twice(
        `needs.${index}.preferences`,
        preferences.map(({ bank }) => bank),
      ),
    ),
    ...banks.flatMap(({ priorities }, index) =>
      twice(
        `banks.${index}.priorities`,
        priorities.map(({ need }) => need),
      ),
    ),
  ];
}

const tooMany = (field: string, count: number, most: number): readonly Refusal[] =>
  count > most ? [{ code: 'too_long', field, expected: `<= ${most}`, actual: String(count) }] : [];

function twice(field: string, ids: readonly string[]): readonly Refusal[] {
  const seen = new Set<string>();
  const again = ids.find((id) => seen.size === seen.add(id).size);
  return again === undefined
    ? []
    : [{ code: 'not_in_list', field, expected: 'each id once', actual: again }];
}
