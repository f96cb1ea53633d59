import { isFormula } from '../credit/formula.ts';

/** Signs that may begin a formula, of any width, behind marks that there may be already. */
const MARKED = /^'+[=＝﹦@＠﹫+＋﹢\-－﹣]/;
const EXPORTED = /^[=＝]"[^"]*"$/;

/** A text as a cell that no spreadsheet computes: one more `'` before what would be, or has one already. */
export const withTextMark = (text: string): string =>
  isFormula(text, true) || MARKED.test(text) || EXPORTED.test(text) ? `'${text}` : text;

/** What a marked cell says; undefined where it has no mark. */
export const markedText = (cell: string): string | undefined =>
  MARKED.test(cell) ? cell.slice(1) : undefined;
