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

/** Of all that a need has had; at most MAX_EDITIONS. */
export const editionIds = ({ id, edition }: Pick<Need, 'id' | 'edition'>) =>
  Array.from({ length: edition }, (_, index) => editionId({ id, edition: index + 1 }));

export function editionOf({ status: _, submittedAt, editedAt, ...terms }: Need): NeedEdition {
  return { ...terms, writtenAt: editedAt ?? submittedAt };
}
