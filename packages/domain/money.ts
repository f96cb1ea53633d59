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
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text.replace(/[\s,，￥¥]/g, ''));
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const places = unit === 'yuan' ? 2 : 6;
  const kept = fraction.slice(0, places).padEnd(places, '0');
  if (/[1-9]/.test(fraction.slice(places))) return undefined;
  const amount = Number(`${whole}${kept}`);
  if (!Number.isSafeInteger(amount)) return undefined;
  return fen(sign === '-' ? -amount : amount);
}

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
