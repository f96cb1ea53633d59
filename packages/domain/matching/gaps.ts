import type { Column } from './compile-catalogue.ts';
import {
  findingAt,
  type Judged,
  type Lacking,
  lackedAt,
  type Standing,
} from './judge-catalogue.ts';
import type { Gap } from './matching.ts';
import type { Question } from './question.ts';
import { wouldOpen } from './would.ts';

/** By code, in reading order: how many products lack it, and what those that lack nothing else would take. */
export function gapsOf(judged: Judged, standing: Standing, question: Question): readonly Gap[] {
  const alone = aloneIn(judged, standing);
  const byCode = Map.groupBy(
    judged.words.flatMap(({ lacking }) => lacking),
    ({ column }) => column.code,
  );
  return [...byCode].map(([code, columns]) => {
    const wanted = columns.flatMap(({ column }) =>
      [...(alone.get(column) ?? [])].map(([place, products]) => ({
        required: findingAt({ column, place }, question).required,
        products,
      })),
    );
    const would = wouldOpen(wanted);
    return {
      code,
      products: productsIn(columns, judged.rows),
      alone: wanted.reduce((all, { products }) => all + products, 0),
      ...(would && { would }),
    };
  });
}

/** By column and place: the products that lack this alone. */
function aloneIn(judged: Judged, { reasons }: Standing): ReadonlyMap<Column, Map<number, number>> {
  const alone = new Map<Column, Map<number, number>>();
  for (let row = 0; row < judged.rows; row += 1) {
    if (reasons[row] !== 1) continue;
    for (const { column, place } of lackedAt(judged, row)) {
      const places = alone.get(column) ?? new Map<number, number>();
      alone.set(column, places.set(place, (places.get(place) ?? 0) + 1));
    }
  }
  return alone;
}

/** A product that lacks two things of one code is one product: where there is a second column each is looked at. */
function productsIn(columns: readonly Lacking[], rows: number): number {
  const [first, second] = columns;
  if (first && !second) {
    const { starts } = first.column;
    return first.marks.reduce(
      (all, mark, place) =>
        all + (mark === 0 ? 0 : (starts[place + 1] ?? 0) - (starts[place] ?? 0)),
      0,
    );
  }
  let lacking = 0;
  for (let row = 0; row < rows; row += 1)
    if (columns.some(({ column, marks }) => marks[column.places[row] ?? 0] !== 0)) lacking += 1;
  return lacking;
}
