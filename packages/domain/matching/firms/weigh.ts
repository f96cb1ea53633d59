import type { Rows } from './criterion-over.ts';

/** By row a place, and by place what it weighs. */
export type Weighed = { readonly places: Uint16Array; readonly weights: Int32Array };

/** To read and write a sum costs as much as a column does: four columns share it. */
export type Four = readonly [Weighed, Weighed, Weighed, Weighed];

/** Sums for each row of a block what four columns weigh. */
export function weighAll([a, b, c, d]: Four, from: number, marks: Int32Array): void {
  const { places: placesA, weights: weightsA } = a;
  const { places: placesB, weights: weightsB } = b;
  const { places: placesC, weights: weightsC } = c;
  const { places: placesD, weights: weightsD } = d;
  for (let row = 0; row < marks.length; row += 1)
    marks[row] =
      (weightsA[placesA[from + row] ?? 0] ?? 0) +
      (weightsB[placesB[from + row] ?? 0] ?? 0) +
      (weightsC[placesC[from + row] ?? 0] ?? 0) +
      (weightsD[placesD[from + row] ?? 0] ?? 0);
}

/** Adds to some rows of a block what four columns weigh. */
export function weighFour([a, b, c, d]: Four, { from, at }: Rows, marks: Int32Array): void {
  const { places: placesA, weights: weightsA } = a;
  const { places: placesB, weights: weightsB } = b;
  const { places: placesC, weights: weightsC } = c;
  const { places: placesD, weights: weightsD } = d;
  for (let index = 0; index < at.length; index += 1) {
    const row = at[index] ?? 0;
    const place = from + row;
    marks[row] =
      (marks[row] ?? 0) +
      (weightsA[placesA[place] ?? 0] ?? 0) +
      (weightsB[placesB[place] ?? 0] ?? 0) +
      (weightsC[placesC[place] ?? 0] ?? 0) +
      (weightsD[placesD[place] ?? 0] ?? 0);
  }
}

/** Adds to some rows of a block what one column weighs. */
export function weighOne(
  { places, weights }: Weighed,
  { from, at }: Rows,
  marks: Int32Array,
): void {
  for (let index = 0; index < at.length; index += 1) {
    const row = at[index] ?? 0;
    marks[row] = (marks[row] ?? 0) + (weights[places[from + row] ?? 0] ?? 0);
  }
}
