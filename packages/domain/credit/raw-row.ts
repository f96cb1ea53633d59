/** One row as the file has it: line where it begins, column → text. */
export type RawRow = {
  readonly line: number;
  /** Of a damaged row those that could be read, clipped, so that it can go back to its supplier. */
  readonly cells: Readonly<Record<string, string>>;
  /** What the cells do not hold: a line that is no object, the values beyond the last column. Clipped. */
  readonly raw?: string;
  /** Set when the row itself is damaged (columns missing or too many, too large, no object). */
  readonly fault?: {
    readonly code:
      | 'column_count'
      | 'row_too_large'
      | 'row_not_an_object'
      | 'formula_in_cell'
      | 'cell_error';
    /** The column, where one cell is at fault. */
    readonly field?: string;
    readonly expected: string;
    readonly actual: string;
  };
};

/** Ends what was cut short on its way back to the supplier. No value may end so: it is not the whole value. */
export const CUT = '…⟪已截断⟫';
