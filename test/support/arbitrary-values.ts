import fc from 'fast-check';
import { fen } from '#domain/money';
import { basisPoints } from '#domain/rate';
import { addDays } from '#domain/time';
import { TODAY } from './builders.ts';

export const money = (max: number) => fc.integer({ min: 1, max }).map(fen);
export const rate = (min: number, max: number) => fc.integer({ min, max }).map(basisPoints);
/** Days from TODAY. */
export const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(TODAY, days));
/** One or more, each once. */
export const some = <Item>(items: readonly Item[], maxLength = items.length) =>
  fc.subarray([...items], { minLength: 1, maxLength });

export const range = <Value extends number>(value: fc.Arbitrary<Value>) =>
  fc.tuple(value, value).map(([a, b]) => (a <= b ? { min: a, max: b } : { min: b, max: a }));

/** Tells at most `most` of the fields, so that what a builder does not hear of stays agreeable. */
export const told = <Value extends object>(
  model: { [K in keyof Value]: fc.Arbitrary<Value[K]> },
  most = 3,
): fc.Arbitrary<Partial<Value>> => {
  const fields = Object.keys(model) as (keyof Value)[];
  return fc
    .tuple(fc.record<Value>(model), fc.subarray(fields, { maxLength: most }))
    .map(([value, kept]) => {
      const partial: Partial<Value> = {};
      for (const field of kept) partial[field] = value[field];
      return partial;
    });
};
