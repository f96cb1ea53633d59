import type { CompiledCard, CompiledDimension } from '#domain/scoring/columns/compile-card';
import {
  KNOWN_BIT,
  type LookUp,
  MAX_PLACES,
  MAX_TEN_BITS,
  PLACE_BITS,
  POINT_BITS,
  REASON_MASK,
} from '#domain/scoring/columns/look-up';
import type { Kind, Layout } from './layout.ts';
import { stepsOf } from './steps.ts';
import * as wasm from './wasm-code.ts';

const VECTOR_BYTES = 16;
const SIGN_BIT = 31;

/** The argument: bytes of the block in a column of whole numbers; then the place in columns of either kind. */
const END = 0;
const PLACE = { whole: 1, number: 2 } as const;
const [VALUE, HIGH, ATTRIBUTE, SUM, KNOWN, DIMENSION, REASON, ROOM] = [3, 4, 5, 6, 7, 8, 9, 10];
const TOP = [11, 12, 13, 14];
export const LOCALS = { scalars: 2, vectors: 12 } as const;

/**
 * A card as one loop over four firms at a time without a branch: an attribute is the sum of the steps that its
 * value reaches, and each reason sinks through the four greatest so far.
 */
export function writeKernel(compiled: CompiledCard, layout: Layout): wasm.Code {
  const { free, limited, capped, card } = compiled;
  const { outputs } = layout;
  return wasm.loop(
    [...number(layout, card.initial ?? 0), ...wasm.set(SUM)],
    ...[KNOWN, ...TOP].map((local) => [...number(layout, 0), ...wasm.set(local)]),
    ...free.map((lookUp) => [
      ...takePoints(layout, lookUp, SUM),
      ...keepReason(reasonOf(layout, lookUp)),
    ]),
    ...limited.map((dimension) => addLimited(layout, dimension)),
    ...capped.map((dimension) => addCapped(layout, dimension)),
    ...[SUM, KNOWN, ...TOP].map((local, place) => [
      ...[...wasm.get(PLACE.whole), ...wasm.get(local), ...wasm.store(outputs[place] ?? 0)],
    ]),
    [...wasm.get(PLACE.number), ...wasm.small(2 * VECTOR_BYTES), ...wasm.addScalar],
    wasm.set(PLACE.number),
    [...wasm.get(PLACE.whole), ...wasm.small(VECTOR_BYTES), ...wasm.addScalar],
    [...wasm.tee(PLACE.whole), ...wasm.get(END), ...wasm.below],
  );
}

/** Constants are loaded, not written out: that costs the processor less. */
const number = (layout: Layout, value: number): wasm.Code => [
  ...wasm.small(0),
  ...wasm.splat(layout.addressOf('whole', value)),
];

/** The attribute of a value into its local; the value stays in its own. */
function takeAttribute(layout: Layout, lookUp: LookUp): wasm.Code {
  const { kind, address } = layout.columns.get(lookUp.fact) ?? { kind: 'whole', address: 0 };
  const { first, steps } = stepsOf(lookUp, kind);
  const loaded = (from: number, into: number) => [
    ...[...wasm.get(PLACE[kind]), ...wasm.load(from), ...wasm.set(into)],
  ];
  return [
    ...loaded(address, VALUE),
    ...(kind === 'number' ? loaded(address + VECTOR_BYTES, HIGH) : []),
    ...number(layout, first),
    ...steps.flatMap(({ from, adds }) => [
      ...reaches(layout, kind, from),
      ...number(layout, adds),
      ...[...wasm.and, ...wasm.add],
    ]),
    ...wasm.set(ATTRIBUTE),
  ];
}

/** To be above the whole number before costs one instruction less than to reach a number. */
function reaches(layout: Layout, kind: Kind, from: number): wasm.Code {
  if (kind === 'whole') return [...wasm.get(VALUE), ...number(layout, from - 1), ...wasm.above];
  const constant = [...wasm.small(0), ...wasm.splatDouble(layout.addressOf('number', from))];
  return [
    ...[VALUE, HIGH].flatMap((half) => [...wasm.get(half), ...constant, ...wasm.atLeastDouble]),
    ...wasm.halves,
  ];
}

function takePoints(layout: Layout, lookUp: LookUp, into: number): wasm.Code {
  return [
    ...takeAttribute(layout, lookUp),
    ...[...wasm.get(ATTRIBUTE), ...wasm.small(POINT_BITS), ...wasm.shiftRight],
    ...[...number(layout, MAX_TEN_BITS), ...wasm.and],
    ...[...wasm.get(into), ...wasm.add, ...wasm.set(into)],
    ...[...wasm.get(ATTRIBUTE), ...wasm.small(SIGN_BIT - KNOWN_BIT), ...wasm.shiftLeft],
    ...[...wasm.small(SIGN_BIT), ...wasm.shiftSign],
    ...[...number(layout, lookUp.max), ...wasm.and],
    ...[...wasm.get(KNOWN), ...wasm.add, ...wasm.set(KNOWN)],
  ];
}

/** The reason of the attribute at hand, none where a veto has told of the fact; undefined where there never is one. */
function reasonOf(layout: Layout, lookUp: LookUp): wasm.Code | undefined {
  if (lookUp.worst === 0) return undefined;
  return [
    ...[...wasm.get(ATTRIBUTE), ...number(layout, REASON_MASK), ...wasm.and],
    ...lookUp.told.flatMap((code) => [
      ...[...wasm.get(VALUE), ...number(layout, code), ...wasm.equal, ...wasm.without],
    ]),
  ];
}

function keepReason(reason: wasm.Code | undefined): wasm.Code {
  if (!reason) return [];
  const [last = 0, ...others] = TOP.toReversed();
  const sinks = others
    .toReversed()
    .flatMap((kept) => [
      ...[...wasm.get(kept), ...wasm.get(REASON), ...wasm.lesser],
      ...[...wasm.get(kept), ...wasm.get(REASON), ...wasm.greater, ...wasm.set(kept)],
      ...wasm.set(REASON),
    ]);
  return [
    ...[...reason, ...wasm.set(REASON), ...sinks],
    ...[...wasm.get(last), ...wasm.get(REASON), ...wasm.greater, ...wasm.set(last)],
  ];
}

/** A bonus, or a cap that none reaches. */
const addLimited = (layout: Layout, { dimension, lookUps }: CompiledDimension): wasm.Code => [
  ...[...number(layout, 0), ...wasm.set(DIMENSION)],
  ...lookUps.flatMap((lookUp) => [
    ...takePoints(layout, lookUp, DIMENSION),
    ...keepReason(reasonOf(layout, lookUp)),
  ]),
  ...addWithin(layout, dimension.limit?.points ?? 0),
];

const addWithin = (layout: Layout, limit: number): wasm.Code => [
  ...[...wasm.get(DIMENSION), ...number(layout, limit), ...wasm.lesser],
  ...[...wasm.get(SUM), ...wasm.add, ...wasm.set(SUM)],
];

/** The sum has to be known before any reason is; so attributes are taken twice. */
function addCapped(layout: Layout, { dimension, lookUps }: CompiledDimension): wasm.Code {
  const limit = dimension.limit?.points ?? 0;
  return [
    ...[...number(layout, 0), ...wasm.set(DIMENSION)],
    ...lookUps.flatMap((lookUp) => takePoints(layout, lookUp, DIMENSION)),
    ...[...number(layout, limit), ...wasm.get(DIMENSION), ...wasm.subtract],
    ...[...number(layout, 0), ...wasm.greater, ...wasm.set(ROOM)],
    ...lookUps.flatMap((lookUp) => {
      const reason = reasonOf(layout, lookUp);
      if (!reason) return [];
      return [...takeAttribute(layout, lookUp), ...keepReason(withRoom(layout, reason))];
    }),
    ...addWithin(layout, limit),
  ];
}

/** As the domain's `withRoom`. */
const withRoom = (layout: Layout, reason: wasm.Code): wasm.Code => [
  ...[...reason, ...wasm.tee(REASON), ...wasm.small(PLACE_BITS), ...wasm.shiftRight],
  ...[...wasm.get(ROOM), ...wasm.lesser, ...wasm.tee(ATTRIBUTE)],
  ...[...wasm.small(PLACE_BITS), ...wasm.shiftLeft],
  ...[...wasm.get(REASON), ...number(layout, MAX_PLACES - 1), ...wasm.and, ...wasm.or],
  ...[...wasm.get(ATTRIBUTE), ...number(layout, 0), ...wasm.above, ...wasm.and],
];
