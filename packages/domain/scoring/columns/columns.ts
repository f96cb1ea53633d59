import type { FactValue, FactValues } from '../facts.ts';
import { type Coding, OTHER, UNKNOWN } from './look-up.ts';

/** Values of one fact, firm after firm. Whole numbers and choices: UNKNOWN, OTHER; numbers: NaN, −∞. */
export type Column = Int32Array | Float64Array;

/** Facts of many firms, a column for each that a card reads. */
export type Columns = { readonly rows: number; readonly of: ReadonlyMap<string, Column> };

export const emptyColumns = (codings: ReadonlyMap<string, Coding>, rows: number): Columns => ({
  rows,
  of: new Map(
    [...codings].map(([fact, { kind }]): [string, Column] => [
      fact,
      kind === 'number'
        ? new Float64Array(rows).fill(Number.NaN)
        : new Int32Array(rows).fill(UNKNOWN),
    ]),
  ),
});

/** A column as it is written to. */
type Written = {
  readonly column: Column;
  readonly kind: Coding['kind'];
  readonly codes: ReadonlyMap<FactValue, number>;
};

const NO_CODES: ReadonlyMap<FactValue, number> = new Map();

/** The facts of many firms; what the card does not read is passed over. */
export function columnsOf(
  codings: ReadonlyMap<string, Coding>,
  firms: readonly FactValues[],
): Columns {
  const columns = emptyColumns(codings, firms.length);
  const written = new Map<string, Written>();
  for (const [fact, column] of columns.of) {
    const coding = codings.get(fact);
    const codes = coding?.kind === 'choice' ? coding.codes : NO_CODES;
    written.set(fact, { column, kind: coding?.kind ?? 'number', codes });
  }
  for (let row = 0; row < firms.length; row += 1) putRow(written, row, firms[row] ?? {});
  return columns;
}

/** A walk over the facts that are there costs a tenth of asking for each that may be. */
function putRow(written: ReadonlyMap<string, Written>, row: number, values: FactValues): void {
  for (const fact in values) {
    const value = values[fact];
    const into = written.get(fact);
    if (into !== undefined && value !== undefined) into.column[row] = codeOf(into, value);
  }
}

const MOST = 2 ** 30;

/** Whole numbers beyond a thousand million tell no more: every step of a card lies far below. */
function codeOf({ kind, codes }: Written, value: FactValue): number {
  if (kind === 'choice') return codes.get(value) ?? OTHER;
  if (typeof value !== 'number') return kind === 'number' ? Number.NEGATIVE_INFINITY : OTHER;
  if (kind === 'number') return value;
  return Math.max(OTHER + 1, Math.min(MOST, Math.floor(value)));
}
