import type { Refusal } from '../refusal.ts';
import { maskedNumbers } from './find-personal.ts';

/** What lets somebody in, wherever it stands in a text. */
const secrets: readonly (readonly [RegExp, string])[] = [
  // A JSON Web Token, signed (three parts) or encrypted (five), cut short too.
  [/\beyJ[\w-]{8,}(?:\.[\w-]*){1,4}/g, '[token]'],
  [/\b(Bearer|Basic|DPoP)\s+[\w.~+/-]{6,}=*/gi, '$1 [secret]'],
  [
    /\b((?:access_|refresh_|id_)?token|client_secret|password|code_verifier|signature|X-Amz-\w*(?:Signature|Token|Credential))=[^&\s"']+/gi,
    '$1=[secret]',
  ],
];
const HINT = /eyJ|bearer|basic|dpop|token|secret|password|verifier|signature|x-amz-/i;

/** The same text, fit for a log or an answer: ID numbers, mobile numbers, tokens and passwords masked. */
export function redacted(text: string): string {
  const masked = maskedNumbers(text);
  return HINT.test(masked)
    ? secrets.reduce((told, [pattern, mask]) => told.replace(pattern, mask), masked)
    : masked;
}

/** A refusal with nothing in it that would tell a person's number, a token or a password. */
export const redactedRefusal = ({ field, expected, actual, code }: Refusal): Refusal => ({
  code,
  ...(field !== undefined && { field: redacted(field) }),
  ...(expected !== undefined && { expected: redacted(expected) }),
  ...(actual !== undefined && { actual: redacted(actual) }),
});
