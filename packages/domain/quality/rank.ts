import { type QualityDefinition, qualityFigures } from './definition.ts';
import type { Figures, QualityRow, RowKey } from './quality-table.ts';

type Unranked = RowKey & Figures;
type Standing = {
  readonly row: Unranked;
  readonly gaps: number;
  readonly rates: number;
  readonly of: number;
};

/**
 * Best first, by the figures that the definition sets a target for and the row has:
 * (1) the smaller mean gap to target; (2) the higher mean rate. Rows equal in both share a rank, and the next
 * one counts them all (1, 1, 3); among themselves they stand by rows delivered, most first, then by key. A mean,
 * so that who delivered nothing when it was due stands last and no row gains by a figure that it lacks. Rows
 * without any such figure come at the end and have no rank.
 */
export function rank(
  rows: readonly Unranked[],
  definition: QualityDefinition,
): readonly QualityRow[] {
  const standings = rows.map((row) => standingOf(row, definition)).sort(inOrder);
  let last: Standing | undefined;
  let place = 0;
  return standings.map((standing, index) => {
    if (standing.of === 0) return standing.row;
    if (last === undefined || compare(last, standing) !== 0) place = index + 1;
    last = standing;
    return { ...standing.row, rank: place };
  });
}

function standingOf(row: Unranked, { targets }: QualityDefinition): Standing {
  const rates = qualityFigures.flatMap((figure) =>
    targets[figure] === undefined ? [] : (row.rates[figure] ?? []),
  );
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return {
    row,
    gaps: sum(row.missed.map(({ gap }) => gap)),
    rates: sum(rates),
    of: rates.length,
  };
}

/** Means compared by cross products: whole numbers alone. */
const compare = (left: Standing, right: Standing): number =>
  left.gaps * right.of - right.gaps * left.of || right.rates * left.of - left.rates * right.of;

function inOrder(left: Standing, right: Standing): number {
  if (left.of === 0 || right.of === 0) {
    const graded = Number(right.of > 0) - Number(left.of > 0);
    if (graded !== 0) return graded;
  } else {
    const better = compare(left, right);
    if (better !== 0) return better;
  }
  const { delivered } = right.row.counts;
  return delivered - left.row.counts.delivered || (keyOf(left.row) < keyOf(right.row) ? -1 : 1);
}

const keyOf = ({ supplier, catalogue, district }: RowKey): string =>
  [supplier, catalogue, district].join(' ');
