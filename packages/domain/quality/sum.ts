import { addCounts, type Counts, NO_ROWS, verdicts } from '../credit/batch.ts';
import type { CatalogueId } from '../credit/catalogue.ts';
import type { SupplierId } from '../ids.ts';
import type { BusinessDate } from '../time.ts';
import type { QualityDefinition, QualityFigure } from './definition.ts';
import type { RowKey, WeakPoint } from './quality-table.ts';
import type { TallyCell } from './tally.ts';
import { type Lateness, latenessOf } from './timely.ts';

/** Part of what a figure lacks, and whose it is. */
export type Loss = Pick<WeakPoint, 'figure' | 'supplier' | 'catalogue' | 'why' | 'lost'>;

/** One row of the table while it is added up. */
export type Sum = {
  readonly key: RowKey;
  counts: Counts;
  timely: number;
  stored: number;
  compliant: number;
  due: number;
  met: number;
  readonly losses: Map<string, Loss>;
};

export const newSum = (key: RowKey): Sum => ({
  key,
  counts: NO_ROWS,
  timely: 0,
  stored: 0,
  compliant: 0,
  due: 0,
  met: 0,
  losses: new Map(),
});

type Whose = { readonly supplier: SupplierId; readonly catalogue: CatalogueId };

/** Cells of one delivery taken together: their verdicts, and how late they came. */
export type Weighed = {
  readonly counts: Counts;
  readonly timely: number;
  readonly late: ReadonlyMap<Lateness, number>;
};

/** `earliest` is the earliest day delivered in time; without it no row is in time and none is late. */
export function weigh(cells: readonly TallyCell[], earliest: BusinessDate | undefined): Weighed {
  const late = new Map<Lateness, number>();
  let counts = NO_ROWS;
  let timely = 0;
  for (const cell of cells) {
    counts = addCounts(counts, cell.counts);
    if (earliest === undefined) continue;
    const why = latenessOf(cell.day, earliest);
    const { delivered } = cell.counts;
    if (why === undefined) timely += delivered;
    else late.set(why, (late.get(why) ?? 0) + delivered);
  }
  return { counts, timely, late };
}

export function addRows(
  sum: Sum,
  { counts, timely, late }: Weighed,
  {
    definition,
    whose: { supplier, catalogue },
  }: { readonly definition: QualityDefinition; readonly whose: Whose },
): void {
  sum.counts = addCounts(sum.counts, counts);
  sum.timely += timely;
  for (const [why, lost] of late) lose(sum, { supplier, catalogue, figure: 'timely', why, lost });
  for (const figure of ['stored', 'compliant'] as const)
    for (const verdict of verdicts)
      if (definition[figure].includes(verdict)) sum[figure] += counts[verdict];
      else lose(sum, { supplier, catalogue, figure, why: verdict, lost: counts[verdict] });
}

/** Adds the cycles that a supplier had to meet for a catalogue, and those that it met. */
export function addCycles(
  sum: Sum,
  { supplier, catalogue, due, met }: Whose & { readonly due: number; readonly met: number },
): void {
  sum.due += due;
  sum.met += met;
  lose(sum, { supplier, catalogue, figure: 'reported', why: 'missed_cycle', lost: due - met });
}

function lose(sum: Sum, loss: Loss): void {
  if (loss.lost === 0) return;
  const key = `${loss.figure} ${loss.catalogue} ${loss.supplier} ${loss.why}`;
  sum.losses.set(key, { ...loss, lost: loss.lost + (sum.losses.get(key)?.lost ?? 0) });
}

/** The largest loss of a figure; of equal ones the first by catalogue, supplier, reason. */
export function largestLoss({ losses }: Sum, figure: QualityFigure): Loss | undefined {
  const [largest] = [...losses]
    .filter(([, loss]) => loss.figure === figure)
    .sort(([a, left], [b, right]) => right.lost - left.lost || (a < b ? -1 : 1));
  return largest?.[1];
}
