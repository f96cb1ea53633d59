import type { NeedId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Need, NeedTerms } from './need.ts';

/** The terms that a need had from an instant on, for good: whoever saw them can be shown them again. */
export type NeedEdition = NeedTerms & {
  readonly edition: number;
  readonly writtenAt: Instant;
};

export const editionId = ({
  id,
  edition,
}: Pick<NeedEdition, 'id' | 'edition'>): `${NeedId}/${number}` => `${id}/${edition}`;

export function editionOf({ status: _, submittedAt, editedAt, ...terms }: Need): NeedEdition {
  return { ...terms, writtenAt: editedAt ?? submittedAt };
}
