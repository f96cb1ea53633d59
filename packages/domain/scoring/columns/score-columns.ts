import { MAX_REASONS } from '../reasons.ts';
import { attributesOf, type Block, columnOf } from './attributes.ts';
import type { Columns } from './columns.ts';
import type { CompiledCard, CompiledDimension } from './compile-card.ts';
import { KNOWN_BIT, MAX_TEN_BITS, POINT_BITS, REASON_MASK } from './look-up.ts';
import { vetoRow } from './veto-row.ts';
import { withRoom } from './with-room.ts';

/** Firm after firm. A reason is its place on the card and the points that it took; vetoes are bits by place. */
export type ColumnScores = {
  readonly rows: number;
  readonly points: Int16Array;
  readonly grades: Uint8Array;
  readonly coverage: Uint16Array;
  readonly vetoes: Int32Array;
  /** MAX_REASONS a firm, packed as in `LookUp`; 0 = none. */
  readonly reasons: Int32Array;
};

/** Firms that fit with all they need into the nearest cache. */
const BLOCK = 1024;

/** Scores every row by tables: the same points, grade, coverage, vetoes and reasons as `score`. */
export function scoreColumns(compiled: CompiledCard, columns: Columns): ColumnScores {
  const { rows } = columns;
  const scores: ColumnScores = {
    rows,
    points: new Int16Array(rows),
    grades: new Uint8Array(rows),
    coverage: new Uint16Array(rows),
    vetoes: new Int32Array(rows),
    reasons: new Int32Array(rows * MAX_REASONS),
  };
  const fresh = () => new Int32Array(Math.min(rows, BLOCK));
  const work: Work = {
    sums: fresh(),
    known: fresh(),
    top: { first: fresh(), second: fresh(), third: fresh(), fourth: fresh() },
    packed: fresh(),
    dimension: fresh(),
  };
  for (let start = 0; start < rows; start += BLOCK) {
    const block = { start, end: Math.min(rows, start + BLOCK) };
    work.sums.fill(compiled.card.initial ?? 0);
    for (const column of [work.known, ...Object.values(work.top)]) column.fill(0);
    for (const lookUp of compiled.free) {
      attributesOf(lookUp, columnOf(columns, lookUp.fact), block, work.packed);
      addPoints(lookUp.max, block, work, work.sums);
      keepReasons(block, work);
    }
    for (const dimension of compiled.limited) addLimited(dimension, columns, block, work);
    for (const dimension of compiled.capped) addCapped(dimension, columns, block, work);
    finish(compiled, columns, block, work, scores);
  }
  return scores;
}

/** What is reckoned with for the firms of one block. */
type Work = {
  readonly sums: Int32Array;
  /** Sums of the maxima of what is known. */
  readonly known: Int32Array;
  /** The four greatest reasons, the greatest first. */
  readonly top: Readonly<Record<'first' | 'second' | 'third' | 'fourth', Int32Array>>;
  /** The attribute of one indicator. */
  readonly packed: Int32Array;
  readonly dimension: Int32Array;
};

function addPoints(max: number, { start, end }: Block, work: Work, into: Int32Array): void {
  const { packed, known } = work;
  for (let at = 0; at < end - start; at += 1) {
    const one = packed[at] ?? 0;
    into[at] = (into[at] ?? 0) + ((one >> POINT_BITS) & MAX_TEN_BITS);
    known[at] = (known[at] ?? 0) + (max & -(one >> KNOWN_BIT));
  }
}

/**
 * The fourth greatest tells most that they are too small: so those that may take most come first. Greater and
 * smaller are told by the sign of the difference, since no branch can be foreseen here.
 */
function keepReasons({ start, end }: Block, { packed, top }: Work): void {
  const { first, second, third, fourth } = top;
  for (let at = 0; at < end - start; at += 1) {
    const reason = (packed[at] ?? 0) & REASON_MASK;
    if (reason <= (fourth[at] ?? 0)) continue;
    const one = first[at] ?? 0;
    const two = second[at] ?? 0;
    const three = third[at] ?? 0;
    const overOne = (reason - one) & ((one - reason) >> 31);
    first[at] = one + overOne;
    const left = reason - overOne;
    const overTwo = (left - two) & ((two - left) >> 31);
    second[at] = two + overTwo;
    const last = left - overTwo;
    const overThree = (last - three) & ((three - last) >> 31);
    third[at] = three + overThree;
    fourth[at] = last - overThree;
  }
}

/** A bonus, or a cap that none reaches: the limit holds for the sum, and reasons stand as they are. */
function addLimited(
  { dimension, lookUps }: CompiledDimension,
  columns: Columns,
  block: Block,
  work: Work,
): void {
  work.dimension.fill(0);
  for (const lookUp of lookUps) {
    attributesOf(lookUp, columnOf(columns, lookUp.fact), block, work.packed);
    addPoints(lookUp.max, block, work, work.dimension);
    if (lookUp.worst > 0) keepReasons(block, work);
  }
  addWithin(dimension.limit?.points ?? 0, work);
}

function addWithin(limit: number, { sums, dimension }: Work): void {
  for (let at = 0; at < sums.length; at += 1) {
    const sum = dimension[at] ?? 0;
    sums[at] = (sums[at] ?? 0) + (sum > limit ? limit : sum);
  }
}

/** Where a cap leaves no room, nothing is lost: the sum has to be known before any reason is. */
function addCapped(
  { dimension, lookUps }: CompiledDimension,
  columns: Columns,
  block: Block,
  work: Work,
): void {
  const limit = dimension.limit?.points ?? 0;
  work.dimension.fill(0);
  for (const lookUp of lookUps) {
    attributesOf(lookUp, columnOf(columns, lookUp.fact), block, work.packed);
    addPoints(lookUp.max, block, work, work.dimension);
  }
  for (const lookUp of lookUps) {
    attributesOf(lookUp, columnOf(columns, lookUp.fact), block, work.packed);
    for (let at = 0; at < block.end - block.start; at += 1)
      work.packed[at] = withRoom(
        work.packed[at] ?? 0,
        Math.max(0, limit - (work.dimension[at] ?? 0)),
      );
    keepReasons(block, work);
  }
  addWithin(limit, work);
}

function finish(
  compiled: CompiledCard,
  columns: Columns,
  { start, end }: Block,
  work: Work,
  scores: ColumnScores,
): void {
  const { first, second, third, fourth } = work.top;
  for (let row = start, at = 0; row < end; row += 1, at += 1) {
    scores.points[row] = work.sums[at] ?? 0;
    scores.coverage[row] = compiled.coverage[work.known[at] ?? 0] ?? 0;
    const place = row * MAX_REASONS;
    scores.reasons[place] = first[at] ?? 0;
    scores.reasons[place + 1] = second[at] ?? 0;
    scores.reasons[place + 2] = third[at] ?? 0;
    scores.reasons[place + 3] = fourth[at] ?? 0;
  }
  for (const [bit, { veto, code }] of compiled.vetoes.entries()) {
    const column = columnOf(columns, veto.fact);
    for (let row = start; row < end; row += 1)
      if (column[row] === code) scores.vetoes[row] = (scores.vetoes[row] ?? 0) | (1 << bit);
  }
  for (let row = start; row < end; row += 1) {
    if (scores.vetoes[row] !== 0) vetoRow(compiled, columns, row, scores);
    scores.grades[row] = compiled.grades[scores.points[row] ?? 0] ?? 0;
  }
}
