import { assert } from '../../assert.ts';
import type { Criterion, LeafCriterion, Verdict } from '../../product/criterion.ts';
import { verdictOf } from '../judge-criterion.ts';
import type { FirmColumn, FirmColumns, NarrowColumn, Told, WideColumn } from './firm-columns.ts';

/** Verdicts as bits: of several parts `all` is their union, `any` what they share. */
export const YES = 0b00;
export const UNKNOWN = 0b01;
export const NO = 0b11;
const bits = { yes: YES, unknown: UNKNOWN, no: NO } as const satisfies Record<Verdict, number>;
/** By verdict; 0b10 is none. */
const opposites = Uint8Array.of(NO, UNKNOWN, UNKNOWN, YES);

/** Rows of a block: `at` counts from its first row, `from`. */
export type Rows = { readonly from: number; readonly at: Uint16Array };

/** Writes the verdicts of these rows into `verdicts`, each where its row stands in the block. */
export type Judge = (rows: Rows, verdicts: Uint8Array) => void;

/** A criterion over columns: what it says of each firm is what it says of that firm alone. */
export function criterionOver(criterion: Criterion, columns: FirmColumns, block: number): Judge {
  if ('fact' in criterion) return leafOver(criterion, columns);
  if ('not' in criterion) return notOver(criterionOver(criterion.not, columns, block));
  const parts = 'all' in criterion ? criterion.all : criterion.any;
  const judges = parts.map((part) => criterionOver(part, columns, block));
  return 'all' in criterion ? allOver(judges, block) : anyOver(judges, block);
}

/** One verdict for each place of a column. */
export function verdictsBy(leaf: LeafCriterion, { told }: NarrowColumn): Uint8Array {
  if (!('atLeast' in leaf || 'atMost' in leaf))
    return Uint8Array.from(told, (value) => bits[verdictFor(leaf, value)]);
  const { atLeast = -Infinity, atMost = Infinity } = leaf;
  return Uint8Array.from(told, (value) => {
    if (typeof value !== 'number') return UNKNOWN;
    return value >= atLeast && value <= atMost ? YES : NO;
  });
}

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
  return ({ from, at }, verdicts) => {
    for (let index = 0; index < at.length; index += 1) {
      const row = at[index] ?? 0;
      verdicts[row] = byPlace[places[from + row] ?? 0] ?? UNKNOWN;
    }
  };
}

/** Of numbers nothing but a range is ever asked (check-leaf.ts). Without a branch: chance would mislead each one. */
function rangeOver(leaf: LeafCriterion, { told, places }: WideColumn): Judge {
  assert('atLeast' in leaf || 'atMost' in leaf, `${leaf.fact} is a number`);
  const first = 1 + countWhile(told, (value) => value < (leaf.atLeast ?? -Infinity));
  const last = countWhile(told, (value) => value <= (leaf.atMost ?? Infinity));
  return ({ from, at }, verdicts) => {
    for (let index = 0; index < at.length; index += 1) {
      const row = at[index] ?? 0;
      const place = places[from + row] ?? 0;
      const outside = ((place - first) | (last - place)) >>> 31;
      const untold = (place - 1) >>> 31;
      verdicts[row] = NO * outside - (NO - UNKNOWN) * untold;
    }
  };
}

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

const notOver =
  (judge: Judge): Judge =>
  (rows, verdicts) => {
    judge(rows, verdicts);
    for (const row of rows.at) verdicts[row] = opposites[verdicts[row] ?? YES] ?? UNKNOWN;
  };

function allOver(judges: readonly Judge[], block: number): Judge {
  const others = new Uint8Array(block);
  return (rows, verdicts) => {
    for (const row of rows.at) verdicts[row] = YES;
    for (const judge of judges) {
      judge(rows, others);
      for (const row of rows.at) verdicts[row] = (verdicts[row] ?? YES) | (others[row] ?? YES);
    }
  };
}

function anyOver(judges: readonly Judge[], block: number): Judge {
  const others = new Uint8Array(block);
  return (rows, verdicts) => {
    for (const row of rows.at) verdicts[row] = NO;
    for (const judge of judges) {
      judge(rows, others);
      for (const row of rows.at) verdicts[row] = (verdicts[row] ?? NO) & (others[row] ?? NO);
    }
  };
}
