import { assert } from '../assert.ts';
import type { Verdict } from '../product/criterion.ts';
import type { Catalogue, Column } from './compile-catalogue.ts';
import type { Finding } from './matching.ts';
import type { Question } from './question.ts';

/** A column in which some product falls short: by place, two bits of the word that it shares with others. */
export type Lacking = { readonly column: Column; readonly marks: Int32Array };

/** The reasons of all products: sixteen columns to a word, of each column one bit for `no` and one for `unknown`. */
export type Judged = {
  readonly rows: number;
  readonly words: readonly { readonly lacking: readonly Lacking[]; readonly marks: Int32Array }[];
};

const COLUMNS_A_WORD = 16;
const NO = 1;
const UNKNOWN = 2;
const NO_BITS = 0x55555555;

/** Where the marks of a catalogue's products are put. */
export type Memory = {
  /** All 0. */
  readonly marks: (word: number, rows: number) => Int32Array;
  /** All 0. */
  readonly standing: (rows: number) => Standing;
};

const newStanding = (rows: number): Standing => ({
  reasons: new Uint16Array(rows),
  refused: new Uint8Array(rows),
});

const fresh: Memory = { marks: (_, rows) => new Int32Array(rows), standing: newStanding };

/**
 * Memory of one catalogue for one question after another: with 100,000 products new memory each time costs more than
 * judging. What was answered from it holds until the next question.
 */
export function usedAgain(): Memory {
  const words: Int32Array[] = [];
  let kept: Standing | undefined;
  return {
    marks: (word, rows) => {
      const marks = words[word] ?? new Int32Array(rows);
      words[word] = marks;
      return marks.fill(0);
    },
    standing: (rows) => {
      kept ??= newStanding(rows);
      kept.reasons.fill(0);
      kept.refused.fill(0);
      return kept;
    },
  };
}

/** Judges each distinct ask once, then marks the products that have one which is not met: no others are looked at. */
export function judgeCatalogue(
  { products, columns }: Catalogue,
  question: Question,
  memory: Memory = fresh,
): Judged {
  const asked = columns.filter((column) => !isIdle(column, question));
  // One piece of memory for all: to ask for one per column takes longer than to judge it.
  const places = new Int32Array(asked.reduce((all, { asks }) => all + asks.length, 0));
  const lacking: Lacking[] = [];
  let from = 0;
  for (const column of asked) {
    const marks = places.subarray(from, from + column.asks.length);
    const shift = 2 * (lacking.length % COLUMNS_A_WORD);
    const mark = { no: NO << shift, unknown: UNKNOWN << shift };
    if (column.judge(question, mark, marks)) lacking.push({ column, marks });
    from += column.asks.length;
  }
  const words: Judged['words'][number][] = [];
  for (let at = 0; at < lacking.length; at += COLUMNS_A_WORD) {
    const shared = lacking.slice(at, at + COLUMNS_A_WORD);
    const marks = memory.marks(words.length, products.length);
    for (const one of shared) markProducts(one, marks);
    words.push({ lacking: shared, marks });
  }
  return { rows: products.length, words };
}

function markProducts({ column: { rows, starts }, marks }: Lacking, words: Int32Array): void {
  for (let place = 1; place < marks.length; place += 1) {
    const mark = marks[place] ?? 0;
    if (mark === 0) continue;
    const end = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < end; at += 1) {
      const row = rows[at] ?? 0;
      words[row] = (words[row] ?? 0) | mark;
    }
  }
}

/** Every product has a name of its own to be called by: not worth looking through for a need that calls none. */
const isIdle = ({ code }: Column, { need }: Question): boolean =>
  code === 'audience' && need.audience.to === 'all';

/** How each product stands: reasons in all, and whether one of them is a `no`. */
export type Standing = { readonly reasons: Uint16Array; readonly refused: Uint8Array };

export function standingOf({ rows, words }: Judged, memory: Memory = fresh): Standing {
  const { reasons, refused } = memory.standing(rows);
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
      const verdict = bit % 2 === 0 ? 'no' : 'unknown';
      yield { column: found.column, place: found.column.places[row] ?? 0, verdict };
    }
  }
}

/** The ask at a place of a column, and what it comes to. */
export type Lacked = {
  readonly column: Column;
  readonly place: number;
  readonly verdict: Finding['verdict'];
};

export function findingAt({ column, place }: Omit<Lacked, 'verdict'>, question: Question): Finding {
  const finding = column.asks[place]?.finding(question);
  assert(finding !== undefined, 'what is lacked has its reason');
  return finding;
}

function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
