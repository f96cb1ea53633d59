/** One row as the file has it: line where it begins, column → text. */
export type RawRow = {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** Set when the row itself is damaged (columns missing or too many, too large, no object). */
  readonly fault?: {
    readonly code: 'column_count' | 'row_too_large' | 'row_not_an_object';
    readonly expected: string;
    readonly actual: string;
  };
};
