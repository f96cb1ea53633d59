import { writeFileSync } from 'node:fs';
import type { Product } from '#domain/product/product';
import type { RefusedProduct } from '#platform/read-product-rows';
import { returnedProducts } from '#platform/returned-products';
import { granted } from '../granted.ts';
import { language } from '../language.ts';
import { Misuse } from '../misuse.ts';

/** By its ending a CSV or a workbook. Refuses by `Misuse`: another ending, a file that cannot be written. */
export async function writeProductFile(path: string, products: readonly Product[]): Promise<void> {
  const { productCsv, productXlsx } = await import('#platform/write-product-file');
  if (/\.xlsx$/i.test(path)) write('--out', path, granted(await productXlsx(products)));
  else if (/\.csv$/i.test(path)) write('--out', path, productCsv(products));
  else throw new Misuse(`--out is a file that ends in .csv or .xlsx, not ${path}`);
}

export const writeRefusedProducts = (path: string, refused: readonly RefusedProduct[]): void =>
  write('--refused', path, returnedProducts(refused, language()));

function write(option: string, path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch {
    throw new Misuse(`${option} is a file that can be written, not ${path}`);
  }
}
