import writeXlsxFile from 'write-excel-file/node';

/** Nothing where a text is empty; a text is never a formula, whatever it begins with. */
export type WrittenCell = string | number;

/** A workbook of one sheet, its first row standing still above the others. */
export const writeXlsx = ({
  sheet,
  rows,
}: {
  readonly sheet: string;
  readonly rows: readonly (readonly WrittenCell[])[];
}): Promise<Uint8Array> =>
  writeXlsxFile(
    rows.map((cells) => cells.map(cellOf)),
    { sheet, stickyRowsCount: 1 },
  ).toBuffer();

const cellOf = (value: WrittenCell) =>
  value === ''
    ? null
    : typeof value === 'number'
      ? { type: Number, value }
      : { type: String, value };
