import { checkCharacter } from '#domain/enterprise/unified-code';
import type { UnifiedCode } from '#domain/ids';
import { unifiedCode } from './builders.ts';

/** The code of the firm of that number; codes come in the order of the numbers. */
export function codeOf(number: number): UnifiedCode {
  const body = `91320508MA${String(number).padStart(7, '0')}`;
  return unifiedCode(`${body}${checkCharacter(body)}`);
}
