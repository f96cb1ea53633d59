import type { OpenIndicator } from '#domain/scoring/open-card';
import type { Bin } from '#domain/scoring/scorecard';
import { short } from './report/markup.ts';

/** The names of the attributes in the order of their points: bins, other, missing. */
export const attributeNames = ({ bins }: OpenIndicator): readonly string[] => [
  ...bins.map(nameOf),
  'other',
  'missing',
];

const nameOf = (bin: Bin): string => ('is' in bin ? bin.is.join(', ') : rangeName(bin));

/** Half-open, `from` inclusive. */
export function rangeName({
  from,
  to,
}: {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}): string {
  if (from === undefined) return to === undefined ? 'any' : `< ${short(to)}`;
  return to === undefined ? `≥ ${short(from)}` : `${short(from)} – ${short(to)}`;
}
