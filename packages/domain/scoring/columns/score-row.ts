import { basisPoints } from '../../rate.ts';
import type { FactValue } from '../facts.ts';
import { attributeOf } from './attributes.ts';
import { columnsOf } from './columns.ts';
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
import { scoreColumns } from './score-columns.ts';
import { type RowScore, reasonOf, tellRow } from './tell-row.ts';
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

/** One firm by tables, straight from the values of its facts. */
export function scoreRow(compiled: CompiledCard, values: FactValues): RowScore {
  const { vetoes, free, limited, capped, card } = compiled;
  const held = heldIn(compiled, values);
  for (const { veto, slot } of vetoes)
    if (held[slot] === veto.is) return byColumns(compiled, values);
  const work: Work = { known: 0, sum: 0, first: 0, second: 0, third: 0, fourth: 0 };
  for (const lookUp of free) keep(work, take(work, lookUp, held[lookUp.slot]) & REASON_MASK);
  let points = (card.initial ?? 0) + work.sum;
  for (const dimension of limited) points += addLimited(work, dimension, held);
  for (const dimension of capped) points += addCapped(work, dimension, held);
  return {
    points,
    grade: card.bands[compiled.grades[points] ?? 0]?.grade ?? '',
    coverage: basisPoints(compiled.coverage[work.known] ?? 0),
    vetoes: [],
    reasons: [work.first, work.second, work.third, work.fourth]
      .filter((reason) => reason > 0)
      .map((reason) => tell(compiled, values, reason)),
  };
}

type Held = readonly (FactValue | undefined)[];

/** Values by slot: a walk over the keys that are there costs less than to ask for each that may be. */
function heldIn({ slots }: CompiledCard, values: FactValues): Held {
  const held = new Array<FactValue | undefined>(slots.size).fill(undefined);
  for (const fact in values) {
    const slot = slots.get(fact);
    if (slot !== undefined) held[slot] = values[fact];
  }
  return held;
}

function take(work: Work, lookUp: LookUp, value: FactValue | undefined): number {
  const attribute = attributeOf(lookUp, value);
  work.sum += (attribute >> POINT_BITS) & MAX_TEN_BITS;
  work.known += lookUp.max & -(attribute >> KNOWN_BIT);
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

function addLimited(work: Work, { dimension, lookUps }: CompiledDimension, held: Held) {
  const before = work.sum;
  for (const lookUp of lookUps) keep(work, take(work, lookUp, held[lookUp.slot]) & REASON_MASK);
  return Math.min(work.sum - before, dimension.limit?.points ?? 0);
}

function addCapped(work: Work, { dimension, lookUps }: CompiledDimension, held: Held) {
  const before = work.sum;
  const attributes = lookUps.map((lookUp) => take(work, lookUp, held[lookUp.slot]));
  const limit = dimension.limit?.points ?? 0;
  const room = Math.max(0, limit - (work.sum - before));
  for (const attribute of attributes) keep(work, withRoom(attribute, room));
  return Math.min(work.sum - before, limit);
}

function tell(compiled: CompiledCard, values: FactValues, reason: number) {
  const indicator = compiled.indicators[MAX_PLACES - 1 - (reason & (MAX_PLACES - 1))];
  const code = indicator ? reasonOf(indicator, values[indicator.fact]) : '';
  return { code, points: reason >> PLACE_BITS };
}

/** Few firms have a veto. */
function byColumns(compiled: CompiledCard, values: FactValues): RowScore {
  const facts = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, { value, evidence: [] }]],
    ),
  );
  const columns = columnsOf(compiled.codings, [facts]);
  return tellRow(compiled, columns, scoreColumns(compiled, columns), 0);
}
