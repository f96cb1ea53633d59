import { isIdNumber } from './id-number.ts';
import { isMobile } from './mobile.ts';

/** A personal number as it is kept: nobody reads it without the vault. */
export type Sealed = {
  /** Compact JWE under a data key that travels wrapped inside it. */
  readonly cipher: string;
  /** Keyed, so that equal numbers are found without being read, and cannot be guessed by trying them all. */
  readonly hash: string;
  /** What people are shown: `3205**********1234`, `138****5678`. */
  readonly masked: string;
};

/** What is left once its time is over. */
export type Erased = Pick<Sealed, 'masked'>;

export const isSealed = (kept: Sealed | Erased): kept is Sealed => 'cipher' in kept;

export const erased = ({ masked }: Sealed | Erased): Erased => ({ masked });

/** `3205**********1234`. */
export const maskedId = (number: string): string =>
  `${number.slice(0, 4)}**********${number.slice(-4)}`;

/** `138****5678`. */
export const maskedMobile = (number: string): string =>
  `${number.slice(0, 3)}****${number.slice(-4)}`;

/** Whatever it is: a number by its own mask, anything else by its first character, whose length tells nothing. */
export function maskedText(text: string): string {
  if (isIdNumber(text)) return maskedId(text);
  if (isMobile(text)) return maskedMobile(text);
  const [first = ''] = text.trim();
  return text.trim().length > 1 ? `${first}**` : '*';
}
