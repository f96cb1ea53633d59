import { CUT } from '#domain/credit/raw-row';
import type { RowFault } from '#domain/product-file/read-product-row';
import type { RefusedProduct } from './read-product-rows.ts';
import { returnedFile } from './returned-file.ts';
import { type Language, sentence } from './sentences.ts';

/** In words, naming the column as the file does. */
export const faultText = ({ column, cell, ...fault }: RowFault, language: Language): string => {
  const said = sentence({ ...fault, ...(column !== undefined && { field: column }) }, language);
  const placed = column === undefined || said.includes(column) ? said : `${column}: ${said}`;
  const stood = cell === undefined || cell === '' || cell === fault.actual ? '' : cell;
  return stood === ''
    ? placed
    : `${placed} ${language === 'zh' ? `（原文：${stood}）` : `(${stood})`}`;
};

/**
 * Refused rows as a file to mend and send again under the same mapping. Formulas come back as texts that are refused
 * until they are mended: behind a mark of text they would be names.
 */
export const returnedProducts = (refused: readonly RefusedProduct[], language: Language): string =>
  returnedFile(
    refused.map(({ refusals, cells, ...row }) => ({
      ...row,
      cells: { ...cells, ...formulasIn(cells, refusals) },
      refusals: refusals.map(({ column, cell: _, ...fault }) => ({
        ...fault,
        ...(column !== undefined && { field: column }),
      })),
    })),
    { fields: [] },
    language,
  );

const formulasIn = (cells: RefusedProduct['cells'], refusals: readonly RowFault[]) =>
  Object.fromEntries(
    refusals.flatMap(({ code, column }) => {
      const cell = column === undefined ? undefined : cells[column];
      return code === 'formula_in_cell' && column !== undefined && cell !== undefined
        ? [[column, cell.endsWith(CUT) ? cell : `${cell}${CUT}`]]
        : [];
    }),
  );
