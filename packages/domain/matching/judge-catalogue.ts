import { assert } from '../assert.ts';
import type { Verdict } from '../product/criterion.ts';
import type { Catalogue, Column } from './compile-catalogue.ts';
import type { Finding } from './matching.ts';
import type { Question } from './question.ts';
import { type Scanned, scan } from './scan.ts';

/** A column in which some product falls short: its marks are two bits of the word that it shares with others. */
export type Lacking = Scanned & { readonly column: Column; readonly shift: number };

/** The reasons of all products: sixteen columns to a word, of each column one bit for `no` and one for `unknown`. */
export type Judged = {
  readonly rows: number;
  readonly words: readonly { readonly lacking: readonly Lacking[]; readonly marks: Int32Array }[];
};

const COLUMNS_A_WORD = 16;
const NO = 1;
const UNKNOWN = 2;
const NO_BITS = 0x55555555;

/**
 * Judges each distinct ask once, plainly, then reads every product's asks off that. A column in which nobody falls
 * short is not read at all.
 */
export function judgeCatalogue({ products, columns }: Catalogue, question: Question): Judged {
  const lacking: Lacking[] = [];
  for (const column of columns) {
    if (isIdle(column, question)) continue;
    const shift = 2 * (lacking.length % COLUMNS_A_WORD);
    const marks = column.judge(question, { no: NO << shift, unknown: UNKNOWN << shift });
    if (marks) lacking.push({ column, shift, places: column.places, marks });
  }
  const words: Judged['words'][number][] = [];
  for (let at = 0; at < lacking.length; at += COLUMNS_A_WORD) {
    const shared = lacking.slice(at, at + COLUMNS_A_WORD);
    const marks = new Int32Array(products.length);
    scan(shared, marks);
    words.push({ lacking: shared, marks });
  }
  return { rows: products.length, words };
}

/** Every product has a name of its own to be called by: not worth looking through for a need that calls none. */
const isIdle = ({ code }: Column, { need }: Question): boolean =>
  code === 'audience' && need.audience.to === 'all';

/** How each product stands: reasons in all, and whether one of them is a `no`. */
export type Standing = { readonly reasons: Uint16Array; readonly refused: Uint8Array };

export function standingOf({ rows, words }: Judged): Standing {
  const reasons = new Uint16Array(rows);
  const refused = new Uint8Array(rows);
  for (const { marks } of words)
    for (let row = 0; row < rows; row += 1) {
      const word = marks[row] ?? 0;
      reasons[row] = (reasons[row] ?? 0) + bitsIn(word);
      refused[row] = (refused[row] ?? 0) | ((word & NO_BITS) === 0 ? 0 : 1);
    }
  return { reasons, refused };
}

export const verdictAt = ({ reasons, refused }: Standing, row: number): Verdict =>
  refused[row] === 1 ? 'no' : reasons[row] === 0 ? 'yes' : 'unknown';

/** The asks that a product does not meet, in reading order. */
export function* lackedAt({ words }: Judged, row: number): Generator<Lacked> {
  for (const { lacking, marks } of words) {
    let left = marks[row] ?? 0;
    while (left !== 0) {
      const bit = 31 - Math.clz32(left & -left);
      left &= left - 1;
      const found = lacking[bit >>> 1];
      assert(found !== undefined, 'a mark has its column');
      yield { column: found.column, place: found.places[row] ?? 0 };
    }
  }
}

/** A place of a column, which stands for the ask there. */
export type Lacked = { readonly column: Column; readonly place: number };

export function findingAt({ column, place }: Lacked, question: Question): Finding {
  const finding = column.asks[place]?.finding(question);
  assert(finding !== undefined, 'what is lacked has its reason');
  return finding;
}

function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
