import type { FactValue, FactValues } from '../facts.ts';
import type { Veto } from '../scorecard.ts';
import type { CompiledCard } from './compile-card.ts';
import { KNOWN_BIT, MAX_TEN_BITS, POINT_BITS, REASON_MASK } from './look-up.ts';
import { attributeOf, type Beside, NO_SLOT, orderOf, type Section } from './row-look-up.ts';
import { withRoom } from './with-room.ts';

/** What was reckoned for the firm at hand. */
export type RowReckoned = {
  /** Packed as in `LookUp`, by slot. */
  readonly attributes: Int32Array;
  /** Before vetoes. */
  sum: number;
  /** Sum of the maxima of what is known. */
  known: number;
  vetoes: readonly Veto[];
  /** The four greatest reasons, the greatest first; 0 = none. */
  first: number;
  second: number;
  third: number;
  fourth: number;
};

export const NO_VETO: readonly Veto[] = [];

/** Of the firm at hand, and there is one at a time: to reserve them anew would cost a tenth of a score. */
const attributes = new Int32Array(NO_SLOT + 1);
const work: RowReckoned = {
  attributes,
  ...{ sum: 0, known: 0, vetoes: NO_VETO, first: 0, second: 0, third: 0, fourth: 0 },
};

/**
 * Reckons one firm straight from the values of its facts. What it gives, and the attributes, hold until the next
 * firm is reckoned.
 */
export function reckonRow(compiled: CompiledCard, values: FactValues): RowReckoned {
  const { asked, card } = compiled;
  read(compiled, values);
  work.sum = card.initial ?? 0;
  work.known = 0;
  work.first = 0;
  work.second = 0;
  work.third = 0;
  work.fourth = 0;
  for (const section of asked.sections) addSection(asked.maxima, section);
  return work;
}

function addSection(maxima: Int32Array, { from, to, limit, isCapped }: Section): void {
  let sum = 0;
  let known = 0;
  let least = isCapped ? REASON_MASK : work.fourth;
  for (let slot = from; slot < to; slot += 1) {
    const attribute = attributes[slot] ?? 0;
    sum += (attribute >> POINT_BITS) & MAX_TEN_BITS;
    known += (maxima[slot] ?? 0) & -(attribute >> KNOWN_BIT);
    const reason = attribute & REASON_MASK;
    if (reason > least) least = keep(reason);
  }
  if (isCapped) keepWithRoom(from, to, Math.max(0, limit - sum));
  work.known += known;
  work.sum += Math.min(sum, limit);
}

/** Where a cap leaves no room, nothing is lost: the sum has to be known before any reason is. */
function keepWithRoom(from: number, to: number, room: number): void {
  for (let slot = from; slot < to; slot += 1) keep(withRoom(attributes[slot] ?? 0, room));
}

/**
 * The attributes of what is known, without reasons where a veto tells of the fact, and the vetoes that hold. A walk
 * over the facts that are there costs less than to ask for each that may be.
 */
function read({ asked, card }: CompiledCard, values: FactValues): void {
  const { names, lookUps, unknown } = asked;
  let held = NO_VETO;
  let next = 0;
  attributes.set(unknown);
  for (const fact in values) {
    const value = values[fact];
    const order = names[next] === fact ? next : orderOf(asked, fact, next);
    const lookUp = lookUps[order];
    if (lookUp === undefined || value === undefined) continue;
    next = order + 1;
    attributes[lookUp.slot] = attributeOf(lookUp, value);
    if (lookUp.beside !== undefined) held = readBeside(lookUp.slot, lookUp.beside, value, held);
  }
  work.vetoes = held.length > 1 ? card.vetoes.filter((veto) => held.includes(veto)) : held;
}

function readBeside(
  slot: number,
  { lookUps, vetoes }: Beside,
  value: FactValue,
  held: readonly Veto[],
): readonly Veto[] {
  for (const one of lookUps) attributes[one.slot] = attributeOf(one, value);
  let all = held;
  for (const veto of vetoes) {
    if (veto.is !== value) continue;
    all = [...all, veto];
    attributes[slot] = (attributes[slot] ?? 0) & ~REASON_MASK;
    for (const one of lookUps) attributes[one.slot] = (attributes[one.slot] ?? 0) & ~REASON_MASK;
  }
  return all;
}

/** Among the four greatest; the least of them. */
function keep(reason: number): number {
  if (reason <= work.fourth) return work.fourth;
  if (reason <= work.third) {
    work.fourth = reason;
    return reason;
  }
  work.fourth = work.third;
  if (reason <= work.second) {
    work.third = reason;
    return work.fourth;
  }
  work.third = work.second;
  work.second = Math.min(work.first, reason);
  work.first = Math.max(work.first, reason);
  return work.fourth;
}
