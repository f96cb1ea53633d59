import { assert } from '../../assert.ts';
import type { Criterion, LeafCriterion, Verdict } from '../../product/criterion.ts';
import { verdictOf } from '../judge-criterion.ts';
import type { FirmColumn, FirmColumns, NarrowColumn, Told, WideColumn } from './firm-columns.ts';

/** Verdicts as numbers in Kleene's order: of several parts `all` is the greatest, `any` the least, `not` the mirror. */
export const YES = 0;
export const UNKNOWN = 1;
export const NO = 2;
export const verdictNumbers = { yes: YES, unknown: UNKNOWN, no: NO } as const satisfies Record<
  Verdict,
  number
>;

/** Writes the verdicts of the rows from `from` on into `verdicts`, as many as it holds. */
type Judge = (from: number, verdicts: Uint16Array) => void;

/** A criterion over columns: what it says of each firm is what it says of that firm alone. */
export function criterionOver(criterion: Criterion, columns: FirmColumns): Judge {
  if ('fact' in criterion) return leafOver(criterion, columns);
  if ('not' in criterion) {
    const judge = criterionOver(criterion.not, columns);
    return (from, verdicts) => {
      judge(from, verdicts);
      for (let at = 0; at < verdicts.length; at += 1) verdicts[at] = NO - (verdicts[at] ?? YES);
    };
  }
  return 'all' in criterion
    ? partsOver(criterion.all, columns, { none: YES, of: greatest })
    : partsOver(criterion.any, columns, { none: NO, of: least });
}

/** One verdict for each place of a column. */
export const verdictsBy = (leaf: LeafCriterion, { told }: NarrowColumn): Uint16Array =>
  Uint16Array.from(told, (value) => verdictNumbers[verdictFor(leaf, value)]);

const verdictFor = (leaf: LeafCriterion, told: Told): Verdict =>
  verdictOf(leaf, { facts: told === undefined ? {} : { [leaf.fact]: told }, withheld: [] });

export function columnOf({ of }: FirmColumns, { fact }: LeafCriterion): FirmColumn {
  const column = of.get(fact);
  assert(column !== undefined, `${fact} has its column`);
  return column;
}

function leafOver(leaf: LeafCriterion, columns: FirmColumns): Judge {
  const column = columnOf(columns, leaf);
  if (column.kind === 'wide') return rangeOver(leaf, column);
  const { places } = column;
  const byPlace = verdictsBy(leaf, column);
  return (from, verdicts) => {
    for (let at = 0; at < verdicts.length; at += 1)
      verdicts[at] = byPlace[places[from + at] ?? 0] ?? UNKNOWN;
  };
}

/** Of numbers nothing but a range is ever asked (check-leaf.ts); of anything else they would tell nothing. */
function rangeOver(leaf: LeafCriterion, { told, places }: WideColumn): Judge {
  if (!('atLeast' in leaf || 'atMost' in leaf)) return (_, verdicts) => void verdicts.fill(UNKNOWN);
  const first = 1 + countBelow(told, leaf.atLeast ?? -Infinity);
  const last = countUpTo(told, leaf.atMost ?? Infinity);
  return (from, verdicts) => {
    for (let at = 0; at < verdicts.length; at += 1) {
      const place = places[from + at] ?? 0;
      verdicts[at] = place === 0 ? UNKNOWN : place < first || place > last ? NO : YES;
    }
  };
}

const countBelow = (sorted: Float64Array, end: number): number =>
  countWhile(sorted, (value) => value < end);
const countUpTo = (sorted: Float64Array, end: number): number =>
  countWhile(sorted, (value) => value <= end);

/** Of ascending values, those at the beginning of which it holds. */
function countWhile(sorted: Float64Array, holds: (value: number) => boolean): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(sorted[middle] ?? Infinity)) from = middle + 1;
    else to = middle;
  }
  return from;
}

type Joined = {
  readonly none: number;
  readonly of: (verdicts: Uint16Array, others: Uint16Array) => void;
};

function partsOver(parts: readonly Criterion[], columns: FirmColumns, { none, of }: Joined): Judge {
  const judges = parts.map((part) => criterionOver(part, columns));
  let spare = new Uint16Array();
  return (from, verdicts) => {
    if (spare.length < verdicts.length) spare = new Uint16Array(verdicts.length);
    const others = spare.subarray(0, verdicts.length);
    verdicts.fill(none);
    for (const judge of judges) {
      judge(from, others);
      of(verdicts, others);
    }
  };
}

function greatest(verdicts: Uint16Array, others: Uint16Array): void {
  for (let at = 0; at < verdicts.length; at += 1)
    verdicts[at] = Math.max(verdicts[at] ?? YES, others[at] ?? YES);
}

function least(verdicts: Uint16Array, others: Uint16Array): void {
  for (let at = 0; at < verdicts.length; at += 1)
    verdicts[at] = Math.min(verdicts[at] ?? NO, others[at] ?? NO);
}
