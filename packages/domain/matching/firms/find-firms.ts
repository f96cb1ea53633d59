import type { Product } from '../../product/product.ts';
import type { Finding } from '../matching.ts';
import { columnOf, criterionOver, NO, UNKNOWN, verdictsBy } from './criterion-over.ts';
import { type FirmAsk, firmAsks } from './firm-asks.ts';
import type { FirmColumns, NarrowColumn } from './firm-columns.ts';
import { greatestFirst } from './greatest-first.ts';
import { type Weighed, weigh } from './weigh.ts';

/** Firms for which a product fits, may fit, does not fit. */
export type FirmCounts = { readonly yes: number; readonly unknown: number; readonly no: number };

/** Firms that lack nothing but this one ask, or of which nothing but this one is unknown. */
export type FirmGap = { readonly code: Finding['code']; readonly alone: number };

export type FoundFirms = {
  readonly counts: FirmCounts;
  /** One for each ask, in their order. */
  readonly gaps: readonly FirmGap[];
  /** Rows of those that fit: the most points first, then by code; at most as many as were asked for. */
  readonly best: Uint32Array;
};

/** Rows at a time: their marks and verdicts stay close to the processor. */
const BLOCK = 8_192;

/*
 * A firm's mark is a sum over the asks that it does not meet: which (their numbers), how many, and how many of them it
 * fails for certain. Where there is one alone, the sum of the numbers is its number.
 */
const ONE = 1 << 16;
const CERTAIN = 1 << 24;
const WHICH = ONE - 1;
const HOW_MANY = CERTAIN - ONE;

/** A product over all firms at once. The answer is that of `judgeFirm`, firm by firm. */
export function findFirms(product: Product, columns: FirmColumns, most: number): FoundFirms {
  const asks = firmAsks(product);
  const terms = asks.map((ask, number) => termOver(ask, number, columns));
  const rows = columns.codes.length;
  const marks = new Int32Array(BLOCK);
  const alone = new Uint32Array(asks.length);
  const fitting = new Uint32Array(rows);
  let yes = 0;
  let no = 0;
  for (let from = 0; from < rows; from += BLOCK) {
    const block = marks.subarray(0, Math.min(BLOCK, rows - from));
    block.fill(0);
    weigh(
      terms.map((term) => term(from, block.length)),
      block,
    );
    for (let at = 0; at < block.length; at += 1) {
      const mark = block[at] ?? 0;
      if (mark === 0) {
        fitting[yes] = from + at;
        yes += 1;
        continue;
      }
      if (mark >= CERTAIN) no += 1;
      if ((mark & HOW_MANY) === ONE) alone[mark & WHICH] = (alone[mark & WHICH] ?? 0) + 1;
    }
  }
  return {
    counts: { yes, unknown: rows - yes - no, no },
    gaps: asks.map(({ code }, number) => ({ code, alone: alone[number] ?? 0 })),
    best: greatestFirst(fitting.subarray(0, yes), columns.points, most),
  };
}

/** What an ask weighs, for a stretch of rows. */
type Term = (from: number, length: number) => Weighed;

const markOf = (number: number, verdict: number): number =>
  verdict === NO ? CERTAIN + ONE + number : verdict === UNKNOWN ? ONE + number : 0;

function termOver(ask: FirmAsk, number: number, columns: FirmColumns): Term {
  if (!('criterion' in ask)) {
    const column = ask.code === 'hard_stop' ? columns.unstopped : columns.operating;
    return columnTerm(
      column,
      Int32Array.from(column.told, (told) => (told ? 0 : markOf(number, NO))),
    );
  }
  const { criterion } = ask;
  if ('fact' in criterion) {
    const column = columnOf(columns, criterion);
    if (column.kind === 'narrow')
      return columnTerm(
        column,
        Int32Array.from(verdictsBy(criterion, column), (verdict) => markOf(number, verdict)),
      );
  }
  const judge = criterionOver(criterion, columns);
  const verdicts = new Uint16Array(BLOCK);
  const weights = Int32Array.of(0, markOf(number, UNKNOWN), markOf(number, NO));
  return (from, length) => {
    const places = verdicts.subarray(0, length);
    judge(from, places);
    return { places, weights };
  };
}

const columnTerm =
  ({ places }: NarrowColumn, weights: Int32Array): Term =>
  (from, length) => ({ places: places.subarray(from, from + length), weights });
