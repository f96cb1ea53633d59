import { isIdNumber } from './id-number.ts';
import { maskedId, maskedMobile } from './sealed.ts';

/** Eighteen places that may be an ID number, among other characters than digits; full-width ones too. */
const ID_NUMBERS = /(?<![0-9０-９])[0-9０-９]{17}[0-9０-９xXｘＸ](?![0-9０-９])/g;
/** A mobile number, with or without +86, in one piece or by 3, 4 and 4 digits. */
const MOBILES =
  /(?<![0-9０-９])(?:(?:\+|00)?86[ -]?)?([1１][3-9３-９][0-9０-９](?:[ -]?[0-9０-９]{4}){2})(?![0-9０-９])/g;

/** Nothing shorter holds a number: most texts are looked at no further. */
const DIGITS = /[0-9０-９](?:[ -]?[0-9０-９]){10}/;

/**
 * The same text with every ID number and mobile number in it masked. An ID number is one whose region, birth date
 * and check character are right: unified social credit codes and numbers of documents stay as they are.
 */
export function maskedNumbers(text: string): string {
  if (!DIGITS.test(text)) return text;
  return text
    .replace(ID_NUMBERS, (found) => {
      const number = plain(found);
      return isIdNumber(number) ? maskedId(number) : found;
    })
    .replace(MOBILES, (_found, number: string) => maskedMobile(plain(number)));
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[ -]/g, '').toUpperCase();
