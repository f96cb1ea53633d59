import type { Product } from '../../product/product.ts';
import type { Finding } from '../matching.ts';
import { firmAsks } from './firm-asks.ts';
import type { FirmColumns } from './firm-columns.ts';
import { greatestFirst } from './greatest-first.ts';
import { CERTAIN, HOW_MANY, isOpen, ONE, WHICH } from './marks.ts';
import { type Term, termsOver } from './terms-over.ts';
import { weighAll } from './weigh.ts';

/** Firms for which a product fits, may fit, does not fit. */
export type FirmCounts = { readonly yes: number; readonly unknown: number; readonly no: number };

/** Firms that lack nothing but this one ask, or of which nothing but this one is unknown. */
export type FirmGap = { readonly code: Finding['code']; readonly alone: number };

export type FoundFirms = {
  readonly counts: FirmCounts;
  /** One for each ask, in their order (firm-asks.ts). */
  readonly gaps: readonly FirmGap[];
  /** Rows of those that fit: the most points first, then by code; at most as many as were asked for. */
  readonly best: Uint32Array;
};

/** Rows at a time: their marks and verdicts stay close to the processor. */
const BLOCK = 2_048;

/** A product over all firms at once. The answer is that of `judgeFirm`, firm by firm. */
export function findFirms(product: Product, columns: FirmColumns, most: number): FoundFirms {
  const asks = firmAsks(product);
  const { four, others } = termsOver(asks, columns, BLOCK);
  const rows = columns.codes.length;
  const marks = new Int32Array(BLOCK);
  const open = new Uint16Array(BLOCK);
  const alone = new Uint32Array(asks.length);
  const fitting = new Uint32Array(rows);
  let yes = 0;
  let unknown = 0;
  for (let from = 0; from < rows; from += BLOCK) {
    const block = marks.subarray(0, Math.min(BLOCK, rows - from));
    weighAll(four, from, block);
    const left = narrowDown(others, { from, marks: block, open });
    for (let index = 0; index < left.length; index += 1) {
      const at = left[index] ?? 0;
      const mark = block[at] ?? 0;
      if (mark === 0) {
        fitting[yes] = from + at;
        yes += 1;
        continue;
      }
      if (mark < CERTAIN) unknown += 1;
      if ((mark & HOW_MANY) === ONE) alone[mark & WHICH] = (alone[mark & WHICH] ?? 0) + 1;
    }
  }
  return {
    counts: { yes, unknown, no: rows - yes - unknown },
    gaps: asks.map(({ code }, number) => ({ code, alone: alone[number] ?? 0 })),
    best: greatestFirst(fitting.subarray(0, yes), columns.points, most),
  };
}

/** Weighs the other asks for the rows that they can still make a difference to; tells which those are. */
function narrowDown(
  terms: readonly Term[],
  {
    from,
    marks,
    open,
  }: { readonly from: number; readonly marks: Int32Array; readonly open: Uint16Array },
): Uint16Array {
  let count = 0;
  for (let row = 0; row < marks.length; row += 1) {
    open[count] = row;
    count += isOpen(marks[row] ?? 0);
  }
  for (const term of terms) {
    const at = open.subarray(0, count);
    term({ from, at }, marks);
    count = 0;
    for (let index = 0; index < at.length; index += 1) {
      const row = at[index] ?? 0;
      open[count] = row;
      count += isOpen(marks[row] ?? 0);
    }
  }
  return open.subarray(0, count);
}
