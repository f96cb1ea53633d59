/** Signs that a spreadsheet takes for the beginning of a formula, of whatever width. */
const SIGNS = '=＝﹦@＠﹫+＋﹢\\-－﹣';
const MARKED = new RegExp(`^'[${SIGNS}]`);
/** How Excel exports digits that are no number: `="00123"`. */
const EXPORTED = /^[=＝]"([^"]*)"$/;

/** The text without the marks by which Excel says that it is text: `="00123"` is 00123, `'-5` is -5. */
export function withoutTextMarks(text: string): string {
  const exported = EXPORTED.exec(text)?.[1];
  if (exported !== undefined) return exported.trim();
  return MARKED.test(text) ? text.slice(1).trim() : text;
}

const CALL = /^@[\p{L}_.][\p{L}\p{N}_.]*\s*\(/u;
/** Behind + or -: names, calls, references, operators. Telephone numbers, ranges and Chinese words have none. */
const COMPUTED = /[A-Za-z+*^&=|!<>@"{}[\]]/;

/**
 * Would a spreadsheet compute this cell? `=…` and `@NAME(…)` always, `+…` and `-…` in a text that goes on as a
 * formula does; a number's sign is none. A cell that computes is another value tomorrow, and may be an attack
 * on whoever opens the returned file (CSV injection).
 */
export function isFormula(text: string, isText: boolean): boolean {
  const sign = text.charAt(0).normalize('NFKC');
  if (sign === '=') return true;
  if (sign === '@') return CALL.test(text.normalize('NFKC'));
  return isText && (sign === '+' || sign === '-') && COMPUTED.test(text.slice(1));
}

/** May a text that begins with this character be marked or a formula? For telling most cells apart at once. */
export const maySpeakToExcel = (first: number): boolean =>
  first < 0x30
    ? first === 0x27 || first === 0x2b || first === 0x2d
    : first === 0x3d || first === 0x40 || first >= 0xfe60;
