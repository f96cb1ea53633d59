import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import type { BankId } from '#domain/ids';
import type { ProductMapping } from '#domain/product-file/product-mapping';
import type { ProductRows } from '#platform/read-product-rows';
import { productMappingSchema } from '#platform/schemas/product-file';
import { misuseOf, parsed } from './parsed.ts';
import { checkFile, readJson, readJsonItems } from './read-json.ts';

export const PRODUCT_MAPPING_EXAMPLE = `{
  "columns": { "productCode": "id", "limitFrom": "principal.min", "apr": "pricing.min" },
  "constants": { "bank.id": "bank_gusu", "pricing.kind": "fixed" },
  "defaults": { "term.min": "1" },
  "values": { "limit": { "OVERDRAFT": "revolving", "TERM LOAN": "single" } },
  "moneyUnit": "yuan", "rateUnit": "share", "foreignIds": true,
  "ignore": ["lastUpdated"]
}`;

/** How another system's file is read. Refuses by `Misuse`: no JSON, no mapping. */
export const readProductMapping = (path: string): ProductMapping =>
  parsed(path, productMappingSchema, readJson(path));

/**
 * The products of a CSV or an XLSX file, or of JSON as over HTTP; with a mapping JSON rows are cells too. Refuses by
 * `Misuse` what is refused of the file as a whole.
 */
export async function readProducts(
  path: string,
  told: { readonly mapping?: ProductMapping | undefined; readonly bank?: BankId | undefined } = {},
): Promise<ProductRows> {
  checkFile(path);
  // The readers of tables take a while to load: help and bad usage do not wait for them.
  const { readProductItems, readProductRows } = await import('#platform/read-product-rows');
  if (!told.mapping && isJson(path)) return readProductItems(readJsonItems(path), told);
  const read = await readProductRows(createReadStream(path), told);
  if (!read.ok) throw misuseOf(path, [read.refusal]);
  return read.value;
}

/** A table begins with the name of a column. */
function isJson(path: string): boolean {
  const start = Buffer.alloc(1024);
  const file = openSync(path, 'r');
  try {
    const length = readSync(file, start);
    return /^\ufeff?\s*[[{]/.test(start.toString('utf8', 0, length));
  } finally {
    closeSync(file);
  }
}
