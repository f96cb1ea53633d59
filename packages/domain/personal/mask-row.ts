import type { RefusedRow } from '../credit/batch.ts';
import type { Refusal } from '../refusal.ts';
import { maskedNumbers } from './find-personal.ts';
import { redactedRefusal } from './redacted.ts';
import { maskedText } from './sealed.ts';

/** What stood in a row before it was masked: those cells alone, by column. */
export type Unmasked = Pick<RefusedRow, 'cells' | 'raw'>;

export type MaskedRow = {
  readonly row: RefusedRow;
  /** Absent where nothing in the row was personal. */
  readonly unmasked?: Unmasked;
};

/**
 * A refused row as it is kept: cells of personal columns and every ID and mobile number in others masked, and
 * beside it what it takes to give the row back whole.
 */
export function maskRow(row: RefusedRow, isPersonal: (column: string) => boolean): MaskedRow {
  const cells: Record<string, string> = {};
  const before: Record<string, string> = {};
  for (const [column, text] of Object.entries(row.cells)) {
    const masked = text !== '' && isPersonal(column) ? maskedText(text) : maskedNumbers(text);
    cells[column] = masked;
    if (masked !== text) before[column] = text;
  }
  const raw = row.raw === undefined ? undefined : maskedNumbers(row.raw);
  const rawBefore = raw === row.raw ? undefined : row.raw;
  const refusals = row.refusals.map((refusal) => maskRefusal(refusal, row, isPersonal));
  const masked = { ...row, refusals, cells, ...(raw !== undefined && { raw }) };
  if (Object.keys(before).length === 0 && rawBefore === undefined) return { row: masked };
  return {
    row: masked,
    unmasked: { cells: before, ...(rawBefore !== undefined && { raw: rawBefore }) },
  };
}

/** The row as it came. */
export const unmaskRow = (row: RefusedRow, { cells, raw }: Unmasked): RefusedRow => ({
  ...row,
  cells: { ...row.cells, ...cells },
  ...(raw !== undefined && { raw }),
});

/** A refusal quotes what it refuses; where that is a personal cell, all of it is masked. */
function maskRefusal(
  refusal: Refusal,
  { cells }: RefusedRow,
  isPersonal: (column: string) => boolean,
): Refusal {
  const { actual } = refusal;
  const quotesPerson =
    actual !== undefined &&
    Object.entries(cells).some(([column, text]) => text === actual && isPersonal(column));
  return {
    ...redactedRefusal(refusal),
    ...(quotesPerson && { actual: maskedText(actual) }),
  };
}
