import { basisPoints } from '../../rate.ts';
import type { FactValue } from '../facts.ts';
import { MAX_REASONS } from '../reasons.ts';
import type { Veto } from '../scorecard.ts';
import { attributeOf } from './attributes.ts';
import type { CompiledCard, CompiledDimension } from './compile-card.ts';
import {
  KNOWN_BIT,
  type LookUp,
  MAX_PLACES,
  MAX_TEN_BITS,
  PLACE_BITS,
  POINT_BITS,
  REASON_MASK,
} from './look-up.ts';
import { type RowScore, reasonOf } from './tell-row.ts';
import { withRoom } from './with-room.ts';

export type FactValues = Readonly<Record<string, FactValue | undefined>>;

/** What is reckoned with for one firm. */
type Work = {
  known: number;
  sum: number;
  first: number;
  second: number;
  third: number;
  fourth: number;
};

const NONE: readonly Veto[] = [];

/** By place on the card, of the firm at hand: to reserve it anew would cost a tenth of a score. */
const attributes = new Int32Array(MAX_PLACES);

/** One firm by tables, straight from the values of its facts. */
export function scoreRow(compiled: CompiledCard, values: FactValues): RowScore {
  const { free, limited, capped, card } = compiled;
  const vetoes = read(compiled, values);
  const work: Work = { known: 0, sum: 0, first: 0, second: 0, third: 0, fourth: 0 };
  for (const lookUp of free) keep(work, take(work, lookUp) & REASON_MASK);
  let sum = (card.initial ?? 0) + work.sum;
  for (const dimension of limited) sum += addLimited(work, dimension);
  for (const dimension of capped) sum += addCapped(work, dimension);
  const points = vetoes.reduce((least, { cap }) => Math.min(least, cap), sum);
  const reasons = vetoes.map(({ code, cap }) => ({ code, points: Math.max(0, sum - cap) }));
  for (const reason of [work.first, work.second, work.third, work.fourth])
    if (reason > 0) reasons.push(tell(compiled, values, reason));
  return {
    points,
    grade: card.bands[compiled.grades[points] ?? 0]?.grade ?? '',
    coverage: basisPoints(compiled.coverage[work.known] ?? 0),
    vetoes: vetoes.map(({ code }) => code),
    reasons: reasons.length > MAX_REASONS ? reasons.slice(0, MAX_REASONS) : reasons,
  };
}

/**
 * The attributes of what is known, without reasons where a veto tells of the fact; gives the vetoes that hold. A
 * walk over the keys that are there costs less than to ask for each that may be.
 */
function read({ asked, card, unknown }: CompiledCard, values: FactValues): readonly Veto[] {
  let held = NONE;
  attributes.set(unknown);
  for (const fact in values) {
    const value = values[fact];
    const ask = asked.get(fact);
    if (ask === undefined || value === undefined) continue;
    const told = ask.vetoes.length > 0 ? ask.vetoes.filter((veto) => veto.is === value) : NONE;
    const mask = told.length > 0 ? ~REASON_MASK : -1;
    if (told.length > 0) held = [...held, ...told];
    for (const lookUp of ask.lookUps) attributes[lookUp.place] = attributeOf(lookUp, value) & mask;
  }
  return held.length > 1 ? card.vetoes.filter((veto) => held.includes(veto)) : held;
}

function take(work: Work, { place, max }: LookUp): number {
  const attribute = attributes[place] ?? 0;
  work.sum += (attribute >> POINT_BITS) & MAX_TEN_BITS;
  work.known += max & -(attribute >> KNOWN_BIT);
  return attribute;
}

function keep(work: Work, reason: number): void {
  if (reason <= work.fourth) return;
  if (reason <= work.third) {
    work.fourth = reason;
    return;
  }
  work.fourth = work.third;
  if (reason <= work.second) {
    work.third = reason;
    return;
  }
  work.third = work.second;
  work.second = Math.min(work.first, reason);
  work.first = Math.max(work.first, reason);
}

function addLimited(work: Work, { dimension, lookUps }: CompiledDimension): number {
  const before = work.sum;
  for (const lookUp of lookUps) keep(work, take(work, lookUp) & REASON_MASK);
  return Math.min(work.sum - before, dimension.limit?.points ?? 0);
}

function addCapped(work: Work, { dimension, lookUps }: CompiledDimension): number {
  const before = work.sum;
  for (const lookUp of lookUps) take(work, lookUp);
  const limit = dimension.limit?.points ?? 0;
  const room = Math.max(0, limit - (work.sum - before));
  for (const { place } of lookUps) keep(work, withRoom(attributes[place] ?? 0, room));
  return Math.min(work.sum - before, limit);
}

function tell(compiled: CompiledCard, values: FactValues, reason: number) {
  const place = MAX_PLACES - 1 - (reason & (MAX_PLACES - 1));
  const code =
    compiled.reasons[place] ??
    reasonOf(compiled, place, values[compiled.indicators[place]?.fact ?? '']);
  return { code, points: reason >> PLACE_BITS };
}
