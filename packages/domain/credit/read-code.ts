import {
  parseUnifiedCode,
  standInCode,
  type UnifiedCodeWarning,
} from '../enterprise/unified-code.ts';
import type { UnifiedCode } from '../ids.ts';
import type { Refusal } from '../refusal.ts';

/** Refuses as `parseUnifiedCode` does; its warnings are refusals that let the row pass. */
export function readCode(field: string, text: string): UnifiedCode | CodeRefused | CodeDoubted {
  const parsed = parseUnifiedCode(text);
  if (!parsed.ok) return { refusal: { ...parsed.refusal, field } };
  const { value, warnings } = parsed;
  return warnings.length === 0
    ? value
    : { value, warnings: warnings.map((warning) => said[warning](field, value)) };
}

type CodeRefused = { readonly refusal: Refusal };
type CodeDoubted = { readonly value: UnifiedCode; readonly warnings: readonly Refusal[] };

/** For anonymised files: a code that no real firm can have. Refuses with wrong_type what fits none. */
export function readLocalNumber(field: string, text: string): UnifiedCode | CodeRefused {
  return (
    standInCode(text) ?? {
      refusal: {
        code: 'wrong_type',
        field,
        expected: 'a local number of at most 8 digits and capital letters without I O S V Z',
        actual: text.slice(0, 20),
      },
    }
  );
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
