import type { Choices } from '../credit/catalogue.ts';
import type { Criterion } from '../product/criterion.ts';
import type { Pricing, Product } from '../product/product.ts';
import { productColumns } from './columns.ts';
import { criterionColumns } from './criterion-columns.ts';
import { decimal, percent } from './decimal.ts';
import { writeFees } from './fee-text.ts';
import type { CellKind, ProductColumn } from './product-column.ts';
import { withTextMark } from './text-mark.ts';

/** The headers of a file of products. */
export const productHeader = productColumns.map(({ zh }) => zh);

/** A product as the cells under `productHeader`: read again it is the same, save for blanks around its texts. */
export function writeProductRow(product: Product): readonly string[] {
  const said = saidOf(product);
  return productColumns.map((column) => {
    const value = said.get(column.id);
    return value === undefined ? '' : writers[column.cell](value, column);
  });
}

function saidOf({ pricing, tiers, fees, eligibility, ...rest }: Product) {
  const { leading, further } = byColumns(eligibility);
  const flat = Object.entries(rest).flatMap(([root, value]): [string, unknown][] =>
    typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).map(([leaf, inner]) => [`${root}.${leaf}`, inner])
      : [[root, value]],
  );
  return new Map<string, unknown>([
    ...flat,
    ['pricing.kind', pricingKind(pricing)],
    ['pricing.min', pricing.min],
    ['pricing.max', pricing.max],
    ...(tiers ? [['tiers', tiers] as const] : []),
    ...(fees.length > 0 ? [['fees', writeFees(fees)] as const] : []),
    ...leading,
    ...(further.length > 0 ? [['eligibility', further] as const] : []),
  ]);
}

const pricingKind = (pricing: Pricing): string =>
  pricing.kind === 'fixed' ? 'fixed' : pricing.tenor === '1Y' ? 'lpr_1y' : 'lpr_5y';

/** Criteria stay in their order: those go into columns that stand first and in the order of the columns. */
function byColumns(eligibility: readonly Criterion[]) {
  const facts = [...new Set(criterionColumns.map(({ criterion }) => criterion?.fact))];
  const leading = new Map<string, unknown>();
  let last = -1;
  for (const [count, criterion] of eligibility.entries()) {
    const cells = cellsOf(criterion);
    const place = 'fact' in criterion ? facts.indexOf(criterion.fact) : -1;
    if (!cells || place <= last) return { leading, further: eligibility.slice(count) };
    for (const [id, value] of cells) leading.set(id, value);
    last = place;
  }
  return { leading, further: [] };
}

/** Undefined where a side of it has no column. */
function cellsOf(criterion: Criterion): readonly (readonly [string, unknown])[] | undefined {
  if (!('fact' in criterion)) return undefined;
  const { fact, ...sides } = criterion;
  const cells = Object.entries(sides).map(([side, value]) => {
    const found = criterionColumns.find(
      (column) => column.criterion?.fact === fact && column.criterion.side === side,
    );
    return found && ([found.id, value] as const);
  });
  const known = cells.filter((cell) => cell !== undefined);
  return known.length === cells.length ? known : undefined;
}

type Writer = (value: unknown, column: ProductColumn) => string;

const spelt = (choices: Choices = {}, code: string) => choices[code]?.[0] ?? code;
const textOf: Writer = (value) => withTextMark(String(value));
const plain: Writer = (value) => String(value);
const word: Writer = (value, { choices }) => spelt(choices, String(value));
const list: Writer = (value, { choices }) =>
  Array.isArray(value) ? value.map((item) => spelt(choices, String(item))).join('、') : '';

const writers: Readonly<Record<CellKind, Writer>> = {
  id: plain,
  text: textOf,
  money: (value) => decimal(Number(value), 6),
  rate: (value) => percent(Number(value)),
  months: plain,
  days: plain,
  whole: plain,
  date: plain,
  word,
  words: list,
  codes: list,
  flag: word,
  fees: plain,
  json: (value) => JSON.stringify(value),
};
