import type { FactValue } from '../facts.ts';
import type { Veto } from '../scorecard.ts';
import { type LookUp, MAX_PLACES, MAX_WHOLE } from './look-up.ts';

/**
 * What a card asks of one fact of one firm. Every one has every field, whatever its kind: the engine then reads all
 * of them alike, which saves a tenth of a score.
 */
export type RowLookUp = {
  readonly kind: 'whole' | 'number' | 'choice' | 'flag';
  /** Where its attribute goes; see `RowAsked`. */
  readonly slot: number;
  readonly first: number;
  /** The greatest entry that a number may have. */
  readonly last: number;
  readonly packed: Int32Array;
  readonly cuts: Float64Array;
  readonly choices: ReadonlyMap<FactValue, number>;
  readonly yes: number;
  readonly no: number;
  readonly other: number;
  /** What else is asked of the fact, of few of them. */
  readonly beside: Beside | undefined;
};

/** Further indicators of a fact, and the vetoes upon it. */
export type Beside = { readonly lookUps: readonly RowLookUp[]; readonly vetoes: readonly Veto[] };

/** Where the attribute of a fact goes that only a veto asks for. */
export const NO_SLOT = MAX_PLACES;
const NO_CUTS = new Float64Array(0);
const NOTHING = new Int32Array(1);
/** Entries of UNKNOWN and of OTHER. */
const SPECIAL = 2;

/** `lookUps` and `vetoes`: those of one fact. */
function rowLookUpOf(
  lookUps: readonly LookUp[],
  vetoes: readonly Veto[],
  slots: Uint8Array,
): RowLookUp {
  const [first = onlyVetoed, ...others] = lookUps.map((one) => fieldsOf(one, slots));
  const beside =
    others.length + vetoes.length > 0
      ? { lookUps: others.map((one) => ({ ...one, beside: undefined })), vetoes }
      : undefined;
  return { ...first, beside };
}

type Fields = Omit<RowLookUp, 'beside'>;

const onlyVetoed: Fields = {
  kind: 'flag',
  slot: NO_SLOT,
  first: 0,
  last: 0,
  packed: NOTHING,
  cuts: NO_CUTS,
  choices: new Map(),
  yes: 0,
  no: 0,
  other: 0,
};

function fieldsOf(lookUp: LookUp, slots: Uint8Array): Fields {
  const { place, packed, other, codes } = lookUp;
  const choices = new Map(
    [...(codes ?? [])].map(([value, code]) => [value, packed[code] ?? other]),
  );
  return {
    kind: kindOf(lookUp),
    slot: slots[place] ?? NO_SLOT,
    first: lookUp.kind === 'direct' ? lookUp.first : 0,
    last: packed.length - SPECIAL - 1,
    packed,
    cuts: lookUp.kind === 'cuts' ? lookUp.cuts : NO_CUTS,
    choices,
    yes: choices.get(true) ?? other,
    no: choices.get(false) ?? other,
    other,
  };
}

function kindOf({ codes, kind }: LookUp): RowLookUp['kind'] {
  if (codes === undefined) return kind === 'direct' ? 'whole' : 'number';
  return [...codes.keys()].every((value) => typeof value === 'boolean') ? 'flag' : 'choice';
}

/** The packed attribute of a known value. */
export function attributeOf(lookUp: RowLookUp, value: FactValue): number {
  const { kind, packed, other } = lookUp;
  if (kind === 'flag') return value === true ? lookUp.yes : value === false ? lookUp.no : other;
  if (kind === 'choice') return lookUp.choices.get(value) ?? other;
  if (typeof value !== 'number') return other;
  const entry = kind === 'whole' ? entryOf(lookUp, value) : reached(lookUp.cuts, value);
  return packed[entry] ?? other;
}

/** Held between the first entry and the last by the sign of differences: no branch could be foreseen. */
function entryOf({ first, last }: RowLookUp, value: number): number {
  if (value >= MAX_WHOLE) return last;
  if (value <= -MAX_WHOLE) return 0;
  const from = (Math.floor(value) - first) | 0;
  const above = from & ~(from >> 31);
  const over = (above - last) | 0;
  return last + (over & (over >> 31));
}

/** How many cuts the value has reached; there are a dozen at most. */
export function reached(cuts: Float64Array, value: number): number {
  let count = 0;
  while (count < cuts.length && value >= (cuts[count] ?? 0)) count += 1;
  return count;
}

/**
 * What a card asks of one firm: the facts in the order of their names, as they are stored, and the attributes in that
 * in which they are summed: dimension after dimension that has a limit, before them all that have none.
 */
export type RowAsked = {
  readonly names: readonly string[];
  readonly lookUps: readonly RowLookUp[];
  readonly orders: ReadonlyMap<string, number>;
  readonly sections: readonly Section[];
  /** Slots by place on the card. */
  readonly slots: Uint8Array;
  /** By slot: the attribute where nothing is known, and the most points. */
  readonly unknown: Int32Array;
  readonly maxima: Int32Array;
};

/** Slots from `from` to before `to`, and what they give at most together; `isCapped`: reasons need room there. */
export type Section = {
  readonly from: number;
  readonly to: number;
  readonly limit: number;
  readonly isCapped: boolean;
};

type Summed = {
  readonly lookUps: readonly LookUp[];
  readonly limit: number;
  readonly isCapped: boolean;
};

export function rowAskedOf(
  facts: readonly string[],
  vetoes: readonly Veto[],
  summed: readonly Summed[],
): RowAsked {
  const inOrder = summed.flatMap(({ lookUps }) => lookUps);
  const slots = new Uint8Array(MAX_PLACES);
  for (const [slot, { place }] of inOrder.entries()) slots[place] = slot;
  const names = facts.toSorted();
  let to = 0;
  return {
    names,
    lookUps: names.map((name) =>
      rowLookUpOf(
        inOrder.filter(({ fact }) => fact === name),
        vetoes.filter(({ fact }) => fact === name),
        slots,
      ),
    ),
    orders: new Map(names.map((name, order) => [name, order])),
    sections: summed.map(({ lookUps, limit, isCapped }) => {
      const from = to;
      to += lookUps.length;
      return { from, to, limit, isCapped };
    }),
    slots,
    unknown: Int32Array.from(inOrder, ({ unknown }) => unknown),
    maxima: Int32Array.from(inOrder, ({ max }) => max),
  };
}

/** From a fact to the next that is known there are so few that to pass them costs less than to ask by name. */
const NEAR = 8;

/** Where the fact stands that is told after `from − 1`; −1 where the card asks nothing of it. */
export function orderOf({ names, orders }: RowAsked, fact: string, from: number): number {
  for (let at = from; at < from + NEAR; at += 1) if (names[at] === fact) return at;
  return orders.get(fact) ?? -1;
}
