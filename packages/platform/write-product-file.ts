import { MAX_CELL_CHARACTERS } from '#adapters/tabular/xlsx/row-of';
import { type WrittenCell, writeXlsx } from '#adapters/tabular/xlsx/write-xlsx';
import type { Product } from '#domain/product/product';
import { productColumns } from '#domain/product-file/columns';
import type { CellKind } from '#domain/product-file/product-column';
import { productHeader, writeProductRow } from '#domain/product-file/write-product-row';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { csvText } from './csv-text.ts';

/** Products as a file that `readProductRows` reads again. */
export const productCsv = (products: readonly Product[]): string =>
  csvText([productHeader, ...products.map(writeProductRow)]);

/** The same as a workbook. Refuses too_long: a product of which a cell would hold more than a sheet can; write CSV. */
export async function productXlsx(products: readonly Product[]): Promise<Outcome<Uint8Array>> {
  const rows = products.map(writeProductRow);
  const long = rows.findIndex((cells) => cells.some(({ length }) => length > MAX_CELL_CHARACTERS));
  const { id } = products[long] ?? {};
  if (id !== undefined)
    return refuse('too_long', {
      field: id,
      expected: `at most ${MAX_CELL_CHARACTERS} characters in a cell`,
    });
  return accept(
    await writeXlsx({
      sheet: '信贷产品',
      rows: [productHeader, ...rows.map((cells) => cells.map(cellOf))],
    }),
  );
}

/** What people reckon with in a sheet. */
const reckoned: readonly CellKind[] = ['money', 'months', 'days', 'whole'];
/** More digits a sheet would round. */
const MAX_DIGITS = 15;

function cellOf(text: string, place: number): WrittenCell {
  const kind = productColumns[place]?.cell;
  const isNumber = kind !== undefined && reckoned.includes(kind) && text !== '';
  return isNumber && text.length <= MAX_DIGITS ? Number(text) : text;
}
