import { MAX_CRITERIA } from '../product/criterion.ts';
import type { Product } from '../product/product.ts';
import type { Ask } from './ask.ts';
import { asksOf } from './asks.ts';
import { type JudgeColumn, judgeColumn } from './judge-column.ts';
import type { Finding } from './matching.ts';

/**
 * One kind of ask over all products: the first that each has of a code; the second and the following ones have columns
 * of their own. Equal asks stand once, so that a question judges each of them once, whatever the number of products.
 */
export type Column = {
  readonly code: Finding['code'];
  /** Place 0 is nobody's: products that do not ask have it. */
  readonly asks: readonly (Ask | undefined)[];
  /** By product: the place of its ask. */
  readonly places: Uint16Array | Uint32Array;
  /** By ask: how many products have it. */
  readonly products: Uint32Array;
  readonly judge: JudgeColumn;
};

/** Products made ready for matching, by id: the order in which they came is forgotten. */
export type Catalogue = {
  readonly products: readonly Product[];
  /** In the order in which people read reasons. */
  readonly columns: readonly Column[];
};

/** Costs a few microseconds a product and ask, once per version of the catalogue; a question then costs nanoseconds. */
export function compileCatalogue(unsorted: readonly Product[]): Catalogue {
  const products = unsorted.toSorted((a, b) => Number(a.id > b.id) - Number(a.id < b.id));
  const drafts = new Map<number, Draft>();
  for (const [row, product] of products.entries()) {
    let column = -1;
    for (const ask of asksOf(product)) {
      column = Math.max(column + 1, ask.place * MAX_CRITERIA);
      const draft = drafts.get(column) ?? fresh(ask.code, products.length);
      drafts.set(column, draft);
      draft.places[row] = placeOf(ask, draft);
    }
  }
  const inOrder = [...drafts].toSorted(([a], [b]) => a - b);
  return { products, columns: inOrder.map(([, draft]) => finish(draft)) };
}

type Draft = {
  readonly code: Finding['code'];
  readonly asks: (Ask | undefined)[];
  readonly known: Map<string, number>;
  readonly places: Uint32Array;
};

const fresh = (code: Finding['code'], rows: number): Draft => ({
  code,
  asks: [undefined],
  known: new Map(),
  places: new Uint32Array(rows),
});

function placeOf(ask: Ask, { asks, known }: Draft): number {
  const key = ask.key();
  const place = known.get(key) ?? asks.push(ask) - 1;
  known.set(key, place);
  return place;
}

/** Half as wide where it can be: what is read per question is what it costs. */
function finish({ code, asks, places }: Draft): Column {
  const products = new Uint32Array(asks.length);
  for (const place of places) products[place] = (products[place] ?? 0) + 1;
  const narrow = asks.length <= 0x10000;
  return {
    code,
    asks,
    places: narrow ? Uint16Array.from(places) : places,
    products,
    judge: judgeColumn(asks.map((ask) => ask?.form)),
  };
}
