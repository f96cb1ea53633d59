import type { Refusal } from '../refusal.ts';
import type { Participants } from './participants.ts';

/** What is told twice, by its place. Code: not_in_list. */
export function checkParticipants({ needs, banks }: Participants): readonly Refusal[] {
  return [
    ...twice('needs', needs, ({ id }) => id),
    ...twice('banks', banks, ({ id }) => id),
    ...needs.flatMap(({ preferences }, index) =>
      twice(`needs.${index}.preferences`, preferences, ({ bank }) => bank),
    ),
    ...banks.flatMap(({ priorities }, index) =>
      twice(`banks.${index}.priorities`, priorities, ({ need }) => need),
    ),
  ];
}

function twice<Item>(
  field: string,
  items: readonly Item[],
  idOf: (item: Item) => string,
): readonly Refusal[] {
  const seen = new Set<string>();
  const again = items.map(idOf).find((id) => seen.size === seen.add(id).size);
  return again === undefined
    ? []
    : [{ code: 'not_in_list', field, expected: 'each id once', actual: again }];
}
