import type { Product } from '../../product/product.ts';
import type { Finding } from '../matching.ts';
import { firmAsks } from './firm-asks.ts';
import type { FirmColumns } from './firm-columns.ts';
import { greatestFirst } from './greatest-first.ts';
import { CERTAIN, HOW_MANY, ONE, WHICH } from './marks.ts';
import { termsOver } from './terms-over.ts';
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
  const fitting: number[] = [];
  let unknown = 0;
  for (let from = 0; from < rows; from += BLOCK) {
    const block = marks.subarray(0, Math.min(BLOCK, rows - from));
    let left = open.subarray(0, weighAll(four, { from, at: open }, block));
    for (const term of others) left = left.subarray(0, term({ from, at: left }, block));
    for (let index = 0; index < left.length; index += 1) {
      const at = left[index] ?? 0;
      const mark = block[at] ?? 0;
      if (mark === 0) {
        fitting.push(from + at);
        continue;
      }
      if (mark < CERTAIN) unknown += 1;
      if ((mark & HOW_MANY) === ONE) alone[mark & WHICH] = (alone[mark & WHICH] ?? 0) + 1;
    }
  }
  return {
    counts: { yes: fitting.length, unknown, no: rows - fitting.length - unknown },
    gaps: asks.map(({ code }, number) => ({ code, alone: alone[number] ?? 0 })),
    best: greatestFirst(fitting, columns.points, most),
  };
}
