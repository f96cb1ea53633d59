import type { RawRow } from '#domain/credit/raw-row';

/** Of one row; a longer one is refused, and the file goes on. */
export const MAX_ROW_CHARACTERS = 1_000_000;

export const tooLarge = (line: number, length: number): RawRow => ({
  line,
  cells: {},
  fault: {
    code: 'row_too_large',
    expected: `at most ${MAX_ROW_CHARACTERS} characters`,
    actual: String(length),
  },
});
