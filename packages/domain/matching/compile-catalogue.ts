import { MAX_CRITERIA } from '../product/criterion.ts';
import type { Product } from '../product/product.ts';
import type { Ask } from './ask.ts';
import { asksOf } from './asks.ts';
import { type JudgeColumn, judgeColumn } from './judge-column.ts';
import type { Finding } from './matching.ts';

/**
 * One kind of ask over all products: the first that each has of a code; the second and the following ones have columns
 * of their own. Equal asks stand once, so that a question judges each of them once: banks print round figures, so that asks stay
 * few while products grow.
 */
export type Column = {
  readonly code: Finding['code'];
  /** Place 0 is nobody's: products that do not ask have it. */
  readonly asks: readonly (Ask | undefined)[];
  /** By product: the place of its ask. */
  readonly places: Uint16Array | Uint32Array;
  /** Products in the order of their asks: those of a place run from its start to the next one's. */
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
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

function finish({ code, asks, places }: Draft): Column {
  // Half as wide where it can be: what is read per question is what it costs.
  const narrow = asks.length <= 0x10000;
  return {
    code,
    asks,
    places: narrow ? Uint16Array.from(places) : places,
    ...byPlace(places, asks.length),
    judge: judgeColumn(asks.map((ask) => ask?.form)),
  };
}

function byPlace(places: Uint32Array, count: number): Pick<Column, 'rows' | 'starts'> {
  const starts = new Uint32Array(count + 1);
  for (const place of places) starts[place + 1] = (starts[place + 1] ?? 0) + 1;
  for (let place = 0; place < count; place += 1)
    starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
  const next = starts.slice();
  const rows = new Uint32Array(places.length);
  for (const [row, place] of places.entries()) {
    const at = next[place] ?? 0;
    rows[at] = row;
    next[place] = at + 1;
  }
  return { rows, starts };
}
