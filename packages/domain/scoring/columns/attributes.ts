import { assert } from '../../assert.ts';
import type { Column, Columns } from './columns.ts';
import { type LookUp, OTHER, UNKNOWN } from './look-up.ts';
import { reached } from './row-look-up.ts';

/** Rows from `start` to before `end`. */
export type Block = { readonly start: number; readonly end: number };

export function columnOf({ of }: Columns, fact: string): Column {
  const column = of.get(fact);
  assert(column !== undefined, 'columns hold every fact that the card reads');
  return column;
}

/** The packed attribute of every firm of a block. */
export function attributesOf(lookUp: LookUp, column: Column, block: Block, into: Int32Array): void {
  if (column instanceof Float64Array) attributesOfNumbers(lookUp, column, block, into);
  else if (lookUp.kind === 'cuts') attributesByCuts(lookUp, column, block, into);
  else attributesByValue(lookUp, column, block, into);
}

/**
 * No branch can be foreseen here, so there is none: the place is held between the first entry and the last by the
 * sign of differences, and what is unknown or suits no bin lies behind them.
 */
function attributesByValue(
  { packed, first }: LookUp & { readonly kind: 'direct' },
  column: Int32Array,
  { start, end }: Block,
  into: Int32Array,
): void {
  const last = packed.length - 3;
  const special = last + 1 - UNKNOWN;
  for (let row = start, at = 0; row < end; row += 1, at += 1) {
    const value = column[row] ?? UNKNOWN;
    const from = value - first;
    const above = from & ~(from >> 31);
    const over = above - last;
    const within = last + (over & (over >> 31));
    const isSpecial = (value - OTHER - 1) >> 31;
    into[at] = packed[(within & ~isSpecial) | ((special + value) & isSpecial)] ?? 0;
  }
}

type ByCuts = LookUp & { readonly kind: 'cuts' };

function attributesByCuts(
  { unknown, other, packed, cuts }: ByCuts,
  column: Int32Array,
  { start, end }: Block,
  into: Int32Array,
): void {
  for (let row = start, at = 0; row < end; row += 1, at += 1) {
    const value = column[row] ?? UNKNOWN;
    if (value > OTHER) into[at] = packed[reached(cuts, value)] ?? unknown;
    else into[at] = value === UNKNOWN ? unknown : other;
  }
}

function attributesOfNumbers(
  lookUp: LookUp,
  column: Float64Array,
  { start, end }: Block,
  into: Int32Array,
): void {
  assert(lookUp.kind === 'cuts', 'numbers are looked up by cuts');
  const { unknown, other, packed, cuts } = lookUp;
  for (let row = start, at = 0; row < end; row += 1, at += 1) {
    const value = column[row] ?? Number.NaN;
    if (value > Number.NEGATIVE_INFINITY) into[at] = packed[reached(cuts, value)] ?? unknown;
    else into[at] = Number.isNaN(value) ? unknown : other;
  }
}
