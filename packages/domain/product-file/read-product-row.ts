import { clip } from '../clip.ts';
import type { RawRow } from '../credit/raw-row.ts';
import type { Refusal } from '../refusal.ts';
import { columnOfFault, rootOf } from './column-of-fault.ts';
import type { ProductSource } from './prepare-product-reader.ts';
import { type Entries, productBody } from './product-body.ts';
import type { CellKind } from './product-column.ts';
import { withStandIns } from './stand-ins.ts';

/** A fault of a row: the column by its header in the file, and what stood in the cell. */
export type RowFault = Refusal & { readonly column?: string; readonly cell?: string };

/** Parses a product as doors do and checks it; none = it has not the form of one. */
export type CheckBody<Product> = (body: unknown) => {
  readonly product?: Product;
  readonly refusals: readonly Refusal[];
};

/** A row of a file of products with what stood in its cells. */
export type ReadProductRow<Product> =
  | { readonly ok: true; readonly value: Product }
  | { readonly ok: false; readonly refusals: readonly RowFault[] };

/**
 * Reads a row strictly. Refuses it with all of its faults: that of a damaged row alone, unless it is one cell's; of each cell what its reader refuses, and required where
 * it is empty; then what `check` refuses of the product. Of a row with cells that cannot be read the rest is checked
 * too, save for what would hang on them.
 */
export function readProductRow<Product>(
  sources: readonly ProductSource[],
  row: Pick<RawRow, 'cells' | 'fault'>,
  { told, check }: { readonly told: Entries; readonly check: CheckBody<Product> },
): ReadProductRow<Product> {
  const damaged = sources.find(({ header }) => header === row.fault?.field);
  if (row.fault && !damaged) return { ok: false, refusals: [row.fault] };
  const { entries, faults } = readCells(sources, row, told);
  const { body, criteria } = productBody(entries);
  const place = (fault: Refusal) => columnOfFault(fault.field, criteria);
  const { product, refusals: refused } = check(body);
  if (product && faults.length === 0 && refused.length === 0) return { ok: true, value: product };
  const atFault = new Set(faults.flatMap((fault) => place(fault) ?? []));
  const roots = new Set([...atFault].map(rootOf));
  const isTold = (fault: Refusal) => {
    const id = place(fault);
    return id === undefined ? roots.has(fault.field ?? '') : atFault.has(id);
  };
  const all = [...faults, ...refused.filter((fault) => !isTold(fault))];
  return {
    ok: false,
    refusals: [...all, ...(product ? [] : further(entries, all, check))].map((fault) =>
      placed(fault, place(fault), { sources, cells: row.cells }),
    ),
  };
}

/** A damaged cell is not read: what stands there is a formula, or an error. */
function readCells(
  sources: readonly ProductSource[],
  { cells, fault: damage }: Pick<RawRow, 'cells' | 'fault'>,
  told: Entries,
) {
  const entries = new Map(told);
  const faults: Refusal[] = [];
  for (const { column, header, textIn, read } of sources) {
    if (damage && header === damage.field) {
      faults.push({ ...damage, field: column.id });
      continue;
    }
    const { value, refusals } = read(textIn(cells));
    const isMissing = value === undefined && refusals.length === 0;
    if (isMissing && column.required)
      faults.push({ code: 'required', field: column.id, expected: expectedIn[column.cell] });
    faults.push(...refusals, ...differs(column.id, value, told));
    if (value !== undefined) entries.set(column.id, value);
  }
  return { entries, faults };
}

/** What an empty cell is asked for. */
const expectedIn = {
  id: 'an id',
  text: 'a text',
  money: 'an amount',
  rate: 'a rate',
  months: 'whole months',
  days: 'whole working days',
  whole: 'a whole number',
  date: 'a day',
  word: 'a word',
  words: '1 or more',
  codes: '1 or more',
  flag: 'yes or no',
  fees: 'fees',
  json: 'JSON',
} as const satisfies Record<CellKind, string>;

/** What the whole file is told to be of, no row may gainsay. */
const differs = (id: string, value: unknown, told: Entries): readonly Refusal[] =>
  value === undefined || !told.has(id) || told.get(id) === value
    ? []
    : [
        {
          code: 'id_differs',
          field: id,
          expected: String(told.get(id)),
          actual: clip(String(value)),
        },
      ];

/** What is wrong besides, as far as it hangs on nothing that could not be read. */
function further<Product>(
  entries: Entries,
  faults: readonly Refusal[],
  check: CheckBody<Product>,
): readonly Refusal[] {
  const { criteria } = productBody(entries);
  const atFault = new Set(faults.flatMap(({ field }) => columnOfFault(field, criteria) ?? []));
  const roots = new Set([...atFault].map(rootOf));
  const stood = productBody(withStandIns(entries, atFault));
  const { product, refusals } = check(stood.body);
  if (!product) return [];
  return refusals.filter(
    ({ code, field }) =>
      code !== 'contradiction' && !roots.has(rootOf(columnOfFault(field, stood.criteria) ?? '')),
  );
}

function placed(
  fault: Refusal,
  id: string | undefined,
  {
    sources,
    cells,
  }: {
    readonly sources: readonly ProductSource[];
    readonly cells: Readonly<Record<string, string>>;
  },
): RowFault {
  const source = sources.find(({ column }) => column.id === id);
  return source ? { ...fault, column: source.header, cell: clip(source.textIn(cells)) } : fault;
}
