import type { Rows } from './criterion-over.ts';
import { isOpen } from './marks.ts';

/** By row a place, and by place what it weighs. */
export type Weighed = { readonly places: Uint16Array; readonly weights: Int32Array };
/** To read and write a sum costs as much as a column does: four columns share it. */
export type Four = readonly [Weighed, Weighed, Weighed, Weighed];

/*
 * Each of these leaves out, in the same pass, the rows of which nothing more can be said: it puts those still open at
 * the front of the list of rows, in their order, and tells how many they are.
 */

/** Sums for each row of a block, from its first row `from` on, what four columns weigh; fills the list of rows. */
export function weighAll([a, b, c, d]: Four, { from, at }: Rows, marks: Int32Array): number {
  const { places: placesA, weights: weightsA } = a;
  const { places: placesB, weights: weightsB } = b;
  const { places: placesC, weights: weightsC } = c;
  const { places: placesD, weights: weightsD } = d;
  let open = 0;
  for (let row = 0; row < marks.length; row += 1) {
    const place = from + row;
    const mark =
      (weightsA[placesA[place] ?? 0] ?? 0) +
      (weightsB[placesB[place] ?? 0] ?? 0) +
      (weightsC[placesC[place] ?? 0] ?? 0) +
      (weightsD[placesD[place] ?? 0] ?? 0);
    marks[row] = mark;
    at[open] = row;
    open += isOpen(mark);
  }
  return open;
}

/** Adds to some rows of a block what four columns weigh. */
export function weighFour([a, b, c, d]: Four, { from, at }: Rows, marks: Int32Array): number {
  const { places: placesA, weights: weightsA } = a;
  const { places: placesB, weights: weightsB } = b;
  const { places: placesC, weights: weightsC } = c;
  const { places: placesD, weights: weightsD } = d;
  let open = 0;
  for (let index = 0; index < at.length; index += 1) {
    const row = at[index] ?? 0;
    const place = from + row;
    const mark =
      (marks[row] ?? 0) +
      (weightsA[placesA[place] ?? 0] ?? 0) +
      (weightsB[placesB[place] ?? 0] ?? 0) +
      (weightsC[placesC[place] ?? 0] ?? 0) +
      (weightsD[placesD[place] ?? 0] ?? 0);
    marks[row] = mark;
    at[open] = row;
    open += isOpen(mark);
  }
  return open;
}

/** Adds to some rows of a block what one column weighs. */
export function weighOne(
  { places, weights }: Weighed,
  { from, at }: Rows,
  marks: Int32Array,
): number {
  let open = 0;
  for (let index = 0; index < at.length; index += 1) {
    const row = at[index] ?? 0;
    const mark = (marks[row] ?? 0) + (weights[places[from + row] ?? 0] ?? 0);
    marks[row] = mark;
    at[open] = row;
    open += isOpen(mark);
  }
  return open;
}

/** Adds to some rows of a block what their verdicts weigh. */
export function weighVerdicts(
  verdicts: Uint8Array,
  weights: Int32Array,
  { at }: Rows,
  marks: Int32Array,
): number {
  let open = 0;
  for (let index = 0; index < at.length; index += 1) {
    const row = at[index] ?? 0;
    const mark = (marks[row] ?? 0) + (weights[verdicts[row] ?? 0] ?? 0);
    marks[row] = mark;
    at[open] = row;
    open += isOpen(mark);
  }
  return open;
}
