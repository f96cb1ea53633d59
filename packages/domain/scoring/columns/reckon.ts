import { attributesOf, type Block, columnOf } from './attributes.ts';
import type { Columns } from './columns.ts';
import type { CompiledCard, CompiledDimension } from './compile-card.ts';
import { KNOWN_BIT, type LookUp, MAX_TEN_BITS, POINT_BITS, REASON_MASK } from './look-up.ts';
import { withRoom } from './with-room.ts';

/** Firms that fit with all they need into the nearest cache. */
export const BLOCK = 1024;

/** What the indicators give the firms of one block, before vetoes. It holds until the next block is reckoned. */
export type Reckoned = {
  /** Points, the initial ones among them. */
  readonly sums: Int32Array;
  /** Sums of the maxima of what is known. */
  readonly known: Int32Array;
  /** The four greatest reasons, the greatest first, besides those of facts that a veto has told of. */
  readonly top: Readonly<Record<'first' | 'second' | 'third' | 'fourth', Int32Array>>;
};

/** Reckons a block of at most BLOCK firms by one card. */
export type Reckon = (columns: Columns, block: Block) => Reckoned;

/** Table by table, in plain loops. */
export function reckonByTables(compiled: CompiledCard): Reckon {
  const fresh = () => new Int32Array(BLOCK);
  const work: Work = {
    sums: fresh(),
    known: fresh(),
    top: { first: fresh(), second: fresh(), third: fresh(), fourth: fresh() },
    packed: fresh(),
    dimension: fresh(),
  };
  return (columns, block) => {
    work.sums.fill(compiled.card.initial ?? 0);
    for (const column of [work.known, ...Object.values(work.top)]) column.fill(0);
    for (const lookUp of compiled.free) {
      take(lookUp, columns, block, work);
      addPoints(lookUp.max, block, work, work.sums);
      keepReasons(block, work);
    }
    for (const dimension of compiled.limited) addLimited(dimension, columns, block, work);
    for (const dimension of compiled.capped) addCapped(dimension, columns, block, work);
    return work;
  };
}

type Work = Reckoned & {
  /** The attribute of one indicator. */
  readonly packed: Int32Array;
  readonly dimension: Int32Array;
};

/** The attribute of every firm, without its reason where a veto has told of the fact. */
function take(lookUp: LookUp, columns: Columns, block: Block, { packed }: Work): void {
  const column = columnOf(columns, lookUp.fact);
  attributesOf(lookUp, column, block, packed);
  for (const code of lookUp.told)
    for (let row = block.start, at = 0; row < block.end; row += 1, at += 1)
      if (column[row] === code) packed[at] = (packed[at] ?? 0) & ~REASON_MASK;
}

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
    take(lookUp, columns, block, work);
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
    take(lookUp, columns, block, work);
    addPoints(lookUp.max, block, work, work.dimension);
  }
  for (const lookUp of lookUps) {
    take(lookUp, columns, block, work);
    for (let at = 0; at < block.end - block.start; at += 1)
      work.packed[at] = withRoom(
        work.packed[at] ?? 0,
        Math.max(0, limit - (work.dimension[at] ?? 0)),
      );
    keepReasons(block, work);
  }
  addWithin(limit, work);
}
