import type { RowFault } from '#domain/product-file/read-product-row';
import type { RefusedProduct } from './read-product-rows.ts';
import { returnedFile } from './returned-file.ts';
import { type Language, sentence } from './sentences.ts';

/** In words, naming the column as the file does. */
export const faultText = ({ column, cell, ...fault }: RowFault, language: Language): string => {
  const said = sentence({ ...fault, ...(column !== undefined && { field: column }) }, language);
  const stood = cell === undefined || cell === '' || cell === fault.actual ? '' : cell;
  return stood === '' ? said : `${said} ${language === 'zh' ? `（原文：${stood}）` : `(${stood})`}`;
};

/** Refused rows as a file to mend and send again under the same mapping. */
export const returnedProducts = (refused: readonly RefusedProduct[], language: Language): string =>
  returnedFile(
    refused.map(({ refusals, ...row }) => ({
      ...row,
      refusals: refusals.map(({ column, cell: _, ...fault }) => ({
        ...fault,
        ...(column !== undefined && { field: column }),
      })),
    })),
    { fields: [] },
    language,
  );
