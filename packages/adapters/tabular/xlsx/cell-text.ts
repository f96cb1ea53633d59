import { addDays, date } from '#domain/time';

/** What a double holds for sure, and Excel shows: 943.4 is stored as 943.39999999999998. */
const SURE_DIGITS = 15;
const NUMBER = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * A number of a cell in plain digits, without exponent. Whole numbers are left as they were written, however
 * long; fractions of more than 15 digits are what Excel shows of them. What is no number is left alone.
 */
export function plainNumber(written: string): string {
  const [, sign = '', whole = '', fraction, exponent] = NUMBER.exec(written) ?? [];
  if (whole === '' || (fraction === undefined && exponent === undefined)) return written;
  const plain =
    exponent === undefined ? written : sign + shifted(whole, fraction ?? '', Number(exponent));
  const digits = (whole + (fraction ?? '')).replace(/^0+/, '').length;
  if (digits <= SURE_DIGITS || !plain.includes('.')) return plain;
  return plainNumber(trimmed(Number(written).toPrecision(SURE_DIGITS)));
}

const trimmed = (number: string) =>
  number.includes('.') ? number.replace(/\.?0+(?=e|$)/, '') : number;

function shifted(whole: string, fraction: string, by: number): string {
  const digits = whole + fraction;
  const point = whole.length + by;
  if (point >= digits.length) return digits.padEnd(point, '0').replace(/^0+(?=\d)/, '');
  const left = point > 0 ? digits.slice(0, point).replace(/^0+(?=\d)/, '') : '0';
  const right = point > 0 ? digits.slice(point) : digits.padStart(digits.length - point, '0');
  return right.replace(/0+$/, '') === '' ? left : `${left}.${right.replace(/0+$/, '')}`;
}

const SECONDS_OF_DAY = 86_400;
/** 9999-12-31, the last day of both systems. */
const LAST_DAY = { 1900: 2_958_465, 1904: 2_957_003 } as const;

/**
 * A serial number as `YYYY-MM-DD`, with ` HH:MM:SS` where it has a time of day, and that alone before the
 * first day. Of the 1900 system 60 is 1900-02-29, a day that never was, and is said so. Undefined where Excel
 * shows no day either.
 */
export function dayOfSerial(written: string, system: 1900 | 1904): string | undefined {
  const seconds = Math.round(Number(written) * SECONDS_OF_DAY);
  const day = Math.floor(seconds / SECONDS_OF_DAY);
  if (!(seconds >= 0) || day > LAST_DAY[system]) return undefined;
  const time = clock(seconds - day * SECONDS_OF_DAY);
  if (system === 1904) return addDays(date('1904-01-01'), day) + time;
  if (day === 0) return time === '' ? undefined : time.trim();
  if (day === 60) return `1900-02-29${time}`;
  return addDays(date('1900-01-01'), day < 60 ? day - 1 : day - 2) + time;
}

const two = (number: number) => String(number).padStart(2, '0');
const clock = (seconds: number): string =>
  seconds === 0
    ? ''
    : ` ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

/** `2023-07-18T00:00:00` of a cell of type `d`. */
export const dayOfIso = (written: string): string =>
  written.replace(
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?$/,
    (_, day: string, time: string) => (time === '00:00:00' ? day : `${day} ${time}`),
  );

/** `_x000D_` stands for a character that XML cannot carry; `_x005F_` for the underscore in front of such. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (escaped, code: string) => {
        const character = Number.parseInt(code, 16);
        const lawful = character >= 0x20 || [0x09, 0x0a, 0x0d].includes(character);
        return lawful ? String.fromCharCode(character) : escaped;
      })
    : text;
