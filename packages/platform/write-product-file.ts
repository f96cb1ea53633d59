import { type WrittenCell, writeXlsx } from '#adapters/tabular/xlsx/write-xlsx';
import type { Product } from '#domain/product/product';
import { productColumns } from '#domain/product-file/columns';
import type { CellKind } from '#domain/product-file/product-column';
import { productHeader, writeProductRow } from '#domain/product-file/write-product-row';
import { csvText } from './csv-text.ts';

/** Products as a file that `readProductRows` reads again. */
export const productCsv = (products: readonly Product[]): string =>
  csvText([productHeader, ...products.map(writeProductRow)]);

export const productXlsx = (products: readonly Product[]): Promise<Uint8Array> =>
  writeXlsx({
    sheet: '信贷产品',
    rows: [productHeader, ...products.map((product) => writeProductRow(product).map(cellOf))],
  });

/** What people reckon with in a sheet. */
const reckoned: readonly CellKind[] = ['money', 'months', 'days', 'whole'];
/** More digits a sheet would round. */
const MAX_DIGITS = 15;

function cellOf(text: string, place: number): WrittenCell {
  const kind = productColumns[place]?.cell;
  const isNumber = kind !== undefined && reckoned.includes(kind) && text !== '';
  return isNumber && text.length <= MAX_DIGITS ? Number(text) : text;
}
