/** By row a place, and by place what it weighs. */
export type Weighed = { readonly places: Uint16Array; readonly weights: Int32Array };

/** Four at a time: to read and write a row's mark costs as much as a column does. */
const ABREAST = 4;

/** Adds to each row's mark what its places weigh. */
export function weigh(columns: readonly Weighed[], marks: Int32Array): void {
  let at = 0;
  for (; at + ABREAST <= columns.length; at += ABREAST) {
    const [a, b, c, d] = columns.slice(at, at + ABREAST);
    if (a && b && c && d) addFour(a, b, c, d, marks);
  }
  for (const column of columns.slice(at)) addOne(column, marks);
}

function addFour(a: Weighed, b: Weighed, c: Weighed, d: Weighed, marks: Int32Array): void {
  const { places: placesA, weights: weightsA } = a;
  const { places: placesB, weights: weightsB } = b;
  const { places: placesC, weights: weightsC } = c;
  const { places: placesD, weights: weightsD } = d;
  for (let row = 0; row < marks.length; row += 1)
    marks[row] =
      (marks[row] ?? 0) +
      (weightsA[placesA[row] ?? 0] ?? 0) +
      (weightsB[placesB[row] ?? 0] ?? 0) +
      (weightsC[placesC[row] ?? 0] ?? 0) +
      (weightsD[placesD[row] ?? 0] ?? 0);
}

function addOne({ places, weights }: Weighed, marks: Int32Array): void {
  for (let row = 0; row < marks.length; row += 1)
    marks[row] = (marks[row] ?? 0) + (weights[places[row] ?? 0] ?? 0);
}
