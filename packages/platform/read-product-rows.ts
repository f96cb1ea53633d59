import { readRows } from '#adapters/tabular/read-rows';
import type { RawRow } from '#domain/credit/raw-row';
import type { BankId } from '#domain/ids';
import { repeated } from '#domain/product/bounds';
import { checkProduct } from '#domain/product/check-product';
import type { Product } from '#domain/product/product';
import {
  type ProductSource,
  prepareProductReader,
} from '#domain/product-file/prepare-product-reader';
import type { ProductMapping } from '#domain/product-file/product-mapping';
import { type RowFault, readProductRow } from '#domain/product-file/read-product-row';
import { accept, type Outcome, type Refusal, refuse } from '#domain/refusal';
import { UnreadableFile } from '#usecases/ports';
import { parseBody } from './schemas/parse.ts';
import { productItemSchema } from './schemas/product-file.ts';

/** Products of one file at most. */
export const MAX_PRODUCT_ROWS = 100_000;

/** `line`: where the row begins, 1 = header; of a JSON array the place in it, from 1. */
export type TakenProduct = { readonly line: number; readonly product: Product };
export type RefusedProduct = Pick<RawRow, 'line' | 'cells' | 'raw'> & {
  readonly refusals: readonly RowFault[];
};

/** What a file of products says, in its order. */
export type ProductRows = {
  readonly taken: readonly TakenProduct[];
  readonly refused: readonly RefusedProduct[];
};

type Told = {
  readonly mapping?: ProductMapping | undefined;
  /** Whose products they are; a row that says otherwise is refused. */
  readonly bank?: BankId | undefined;
};

/**
 * Reads a file of products, CSV or XLSX (`readRows`). What tells no version is a first one, and listed. Refuses the
 * file: what `readRows` and `prepareProductReader` refuse, missing_column (neither file nor caller tells the bank),
 * file_too_large. Its rows: what `readProductRow` refuses, `repeated` where a row before has the id.
 */
export async function readProductRows(
  bytes: AsyncIterable<Uint8Array>,
  { mapping, bank }: Told = {},
): Promise<Outcome<ProductRows>> {
  let sources: readonly ProductSource[] | undefined;
  const rows = onePerId();
  try {
    for await (const chunk of readRows(bytes)) {
      if (!sources) {
        const prepared = prepareProductReader({
          columns: chunk.columns,
          ...(mapping && { mapping }),
        });
        if (!prepared.ok) return prepared;
        sources = prepared.value;
        if (bank === undefined && !sources.some(({ column }) => column.id === 'bank.id'))
          return refuse('missing_column', { field: 'bank.id', expected: '银行编号, bank.id' });
      }
      for (const row of chunk.rows) rows.add(row, readOne(sources, row, bank));
      if (rows.count() > MAX_PRODUCT_ROWS)
        return refuse('file_too_large', { expected: `at most ${MAX_PRODUCT_ROWS} products` });
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, refusal: error.refusal };
    throw error;
  }
  return accept(rows.told());
}

/** Products that a JSON file holds, as over HTTP, with version and status where they are told. */
export function readProductItems(
  items: readonly unknown[],
  { bank }: Pick<Told, 'bank'> = {},
): ProductRows {
  const rows = onePerId();
  for (const [index, item] of items.entries()) {
    const { product, refusals } = checkBody(item);
    const differs: readonly Refusal[] =
      product && bank !== undefined && product.bank.id !== bank
        ? [{ code: 'id_differs', field: 'bank.id', expected: bank, actual: product.bank.id }]
        : [];
    rows.add(
      { line: index + 1, cells: {}, raw: JSON.stringify(item) },
      { ...(product && { product }), refusals: [...differs, ...refusals] },
    );
  }
  return rows.told();
}

type Checked = { readonly product?: Product; readonly refusals: readonly RowFault[] };

function readOne(
  sources: readonly ProductSource[],
  row: RawRow,
  bank: BankId | undefined,
): Checked {
  const read = readProductRow(sources, row, {
    told: new Map(bank === undefined ? [] : [['bank.id', bank]]),
    check: checkBody,
  });
  return read.ok ? { product: read.value, refusals: [] } : read;
}

/** Parsed as at the door, then checked as when it is drafted. */
function checkBody(body: unknown): { product?: Product; refusals: readonly Refusal[] } {
  const parsed = parseBody(productItemSchema, body);
  if (!parsed.ok) return parsed;
  const { version: _, status: __, ...terms } = parsed.value;
  return { product: parsed.value, refusals: checkProduct(terms) };
}

/** Of rows with one id the first that is lawful is taken; nobody can know whether a later one is meant. */
function onePerId() {
  const taken: TakenProduct[] = [];
  const refused: RefusedProduct[] = [];
  const lines = new Map<string, number>();
  return {
    count: () => taken.length + refused.length,
    told: (): ProductRows => ({ taken, refused }),
    add: ({ line, cells, raw }: RawRow, { product, refusals }: Checked): void => {
      const first = product && lines.get(product.id);
      const all = first === undefined ? refusals : [...refusals, repeated('id', `line ${first}`)];
      if (product && all.length === 0) {
        lines.set(product.id, line);
        taken.push({ line, product });
      } else refused.push({ line, cells, ...(raw !== undefined && { raw }), refusals: all });
    },
  };
}
