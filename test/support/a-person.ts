import { assert } from '#domain/assert';
import { checkCharacterOf, type IdNumber, parseIdNumber } from '#domain/personal/id-number';
import { type Mobile, parseMobile } from '#domain/personal/mobile';

/** A lawful ID number from its first 17 digits, of somebody who does not exist. */
export function idNumber(digits: string): IdNumber {
  const parsed = parseIdNumber(digits + checkCharacterOf(digits));
  assert(parsed.ok, `${digits} begins an ID number`);
  return parsed.value;
}

export function mobile(text: string): Mobile {
  const parsed = parseMobile(text);
  assert(parsed.ok, `${text} is a mobile number`);
  return parsed.value;
}

/** Whom nobody may read of anywhere. */
export const WANG = {
  name: '王建国',
  idNumber: idNumber('32050819900101123'),
  phone: mobile('13812345678'),
} as const;
