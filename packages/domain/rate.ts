import { assert } from './assert.ts';
import type { Brand } from './brand.ts';
import { type Fen, fen } from './money.ts';

/** A share or a yearly rate in basis points, a whole number: 385 is 3.85 %. */
export type BasisPoints = Brand<number, 'BasisPoints'>;

export const basisPoints = (value: number): BasisPoints => {
  assert(Number.isSafeInteger(value), 'a rate is a whole number of basis points');
  return value as BasisPoints;
};

export const WHOLE = basisPoints(10_000);

/** The share `part / whole` rounded half up; undefined where there is nothing to share. */
export const shareOf = (part: number, whole: number): BasisPoints | undefined =>
  whole > 0 ? basisPoints(Math.round((part * WHOLE) / whole)) : undefined;

/**
 * Interest on a principal for a number of days, rounded half to even, once.
 * Mainland practice divides the yearly rate by 360 (domain.md C11).
 */
export function interest(terms: { principal: Fen; rate: BasisPoints; days: number }): Fen {
  assert(terms.principal >= 0 && terms.rate >= 0 && terms.days >= 0, 'interest runs forward');
  const small = terms.principal * terms.rate * terms.days;
  if (Number.isSafeInteger(small)) return fen(halfToEven(small, WHOLE * 360));
  const divisor = BigInt(WHOLE) * 360n;
  const product = BigInt(terms.principal) * BigInt(terms.rate) * BigInt(terms.days);
  const floor = product / divisor;
  const twice = (product % divisor) * 2n;
  const up = twice > divisor || (twice === divisor && floor % 2n === 1n);
  return fen(Number(up ? floor + 1n : floor));
}

/** A whole number divided, without the big ones that cost ten times as much. */
function halfToEven(whole: number, divisor: number): number {
  const rest = whole % divisor;
  const floor = (whole - rest) / divisor;
  const up = rest * 2 > divisor || (rest * 2 === divisor && floor % 2 === 1);
  return up ? floor + 1 : floor;
}

export type LprTenor = '1Y' | '5Y';

/** One publication of the loan prime rate; it holds until the next one. */
export type LprFixing = {
  readonly publishedOn: string;
  readonly rates: Record<LprTenor, BasisPoints>;
};

/** The fixing in force on a day, or undefined before the first one. Fixings are in order of date. */
export const lprOn = (fixings: readonly LprFixing[], day: string): LprFixing | undefined =>
  fixings.findLast((fixing) => fixing.publishedOn <= day);
