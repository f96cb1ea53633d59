import {
  parseUnifiedCode,
  standInCode,
  type UnifiedCodeWarning,
} from '../enterprise/unified-code.ts';
import type { UnifiedCode } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';

export type ReadCode =
  | { readonly ok: true; readonly code: UnifiedCode; readonly warnings?: readonly Refusal[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** Refuses as `parseUnifiedCode` does; its warnings are refusals that let the row pass. */
export function readCode(field: string, text: string): ReadCode {
  const parsed = parseUnifiedCode(text);
  if (!parsed.ok) return { ok: false, refusal: { ...parsed.refusal, field } };
  const { value: code } = parsed;
  return parsed.warnings.length === 0
    ? { ok: true, code }
    : { ok: true, code, warnings: parsed.warnings.map((warning) => said[warning](field, code)) };
}

/** For anonymised files: a code that no real firm can have. Refuses with wrong_type what fits none. */
export function readLocalNumber(field: string, text: string): ReadCode {
  const code = standInCode(text);
  return code === undefined
    ? refuse('wrong_type', {
        field,
        expected: 'a local number of at most 8 digits and capital letters without I O S V Z',
        actual: text.slice(0, 20),
      })
    : { ok: true, code };
}

const said: Readonly<Record<UnifiedCodeWarning, (field: string, code: string) => Refusal>> = {
  organisation_check_digit: (field, code) => ({
    code: 'code_wrong_check_digit',
    field,
    expected: 'characters 9 to 17 that check as an organisation code (GB 11714)',
    actual: code.slice(8, 17),
  }),
  prefix_not_sme: (field, code) => ({
    code: 'code_wrong_prefix',
    field,
    expected: '91, 92 or 93',
    actual: code.slice(0, 2),
  }),
};
