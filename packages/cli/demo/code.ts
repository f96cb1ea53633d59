import { checkCharacter } from '#domain/enterprise/unified-code';
import { at, type Chance } from './chance.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A lawful 统一社会信用代码 (GB 32100-2015, domain.md C1) that no real firm has: the identification parts
 * handed out since 2015 begin with MA or MB, ours with MY. `kind` is 91 company, 92 sole proprietor,
 * 93 co-operative. One in two hundred carries a wrong inner check (GB 11714), which earns a warning.
 */
export function makeCode(chance: Chance, kind: '91' | '92' | '93', registrar: string): string {
  let body = 'MY';
  while (body.length < 8) body += ALPHABET[chance.whole(0, ALPHABET.length - 1)];
  const inner = organisationCheck(body);
  const written = chance.happens(0.005) ? (inner === '1' ? '2' : '1') : inner;
  const stem = `${kind}${registrar}${body}${written}`;
  return stem + checkCharacter(stem);
}

/** The same code with a check character that is not its own. */
export const breakCode = (code: string): string => {
  const wrong = (ALPHABET.indexOf(code.slice(-1)) + 7) % ALPHABET.length;
  return code.slice(0, -1) + ALPHABET.charAt(wrong);
};

function organisationCheck(body: string): string {
  const sum = [...body].reduce(
    (total, character, index) =>
      total + Number.parseInt(character, 36) * at(ORGANISATION_WEIGHTS, index),
    0,
  );
  const remainder = 11 - (sum % 11);
  return remainder === 10 ? 'X' : remainder === 11 ? '0' : String(remainder);
}
