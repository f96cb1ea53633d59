import type { Brand } from '../brand.ts';
import { type Outcome, refuse } from '../refusal.ts';
import { type BusinessDate, parseDate } from '../time.ts';

/** 公民身份号码 (GB 11643-1999): 17 digits and a check character, a capital X where it is ten. */
export type IdNumber = Brand<string, 'IdNumber'>;

const SHAPE = /^\d{17}[\dX]$/;
/** 2^(17 - i) mod 11 for the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
/** By the weighted sum's remainder by 11. */
const CHECK_CHARACTERS = '10X98765432';
/** First two digits (GB/T 2260); 81 to 83 stand on the residence permits of Hong Kong, Macau and Taiwan people. */
const regions: ReadonlySet<string> = new Set([
  ...['11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37'],
  ...['41', '42', '43', '44', '45', '46', '50', '51', '52', '53', '54'],
  ...['61', '62', '63', '64', '65', '71', '81', '82', '83'],
]);

/**
 * Reads a number as people write it: blanks are left out, a small or full-width x raised. Refuses id_number_wrong,
 * telling in `expected`, in this order: its shape, the region, the birth date (until `today`), the check
 * character. What was sent is never told back.
 */
export function parseIdNumber(text: string, today?: BusinessDate): Outcome<IdNumber> {
  const number = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const expected = faultOf(number, today);
  return expected === undefined
    ? { ok: true, value: number as IdNumber }
    : refuse('id_number_wrong', { field: 'idNumber', expected });
}

/** Of one that stands by itself, as it is kept. */
export const isIdNumber = (text: string): text is IdNumber =>
  faultOf(text, undefined) === undefined;

function faultOf(number: string, today: BusinessDate | undefined): string | undefined {
  if (!SHAPE.test(number)) return '17 digits and a check character';
  if (!regions.has(number.slice(0, 2))) return 'a region of GB/T 2260 at the beginning';
  const born = parseDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
  if (born === undefined || (today !== undefined && born > today)) return 'a birth date';
  return checkCharacterOf(number) === number.at(-1) ? undefined : 'the right check character';
}

/** The 18th character for the first 17 digits (GB 11643-1999). */
export function checkCharacterOf(digits: string): string {
  const sum = WEIGHTS.reduce((all, weight, place) => all + weight * Number(digits[place]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}
