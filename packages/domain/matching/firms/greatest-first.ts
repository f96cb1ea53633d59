/**
 * Of ascending rows those with the most points, of equal points in the order of the rows, at most so many: counted by
 * points rather than sorted, since points are few and firms many.
 */
export function greatestFirst(
  rows: readonly number[],
  points: Int16Array,
  most: number,
): Uint32Array {
  const byPoints = new Uint32Array(0x10000);
  for (const row of rows) {
    const at = placeOf(points[row] ?? LEAST);
    byPoints[at] = (byPoints[at] ?? 0) + 1;
  }
  let floor = byPoints.length - 1;
  let above = 0;
  for (; floor > 0 && above + (byPoints[floor] ?? 0) < most; floor -= 1)
    above += byPoints[floor] ?? 0;
  const found: number[] = [];
  let atFloor = Math.max(most - above, 0);
  for (const row of rows) {
    const at = placeOf(points[row] ?? LEAST);
    if (at > floor) found.push(row);
    else if (at === floor && atFloor > 0) {
      found.push(row);
      atFloor -= 1;
    }
  }
  const pointsOf = (row: number) => points[row] ?? LEAST;
  return Uint32Array.from(found.toSorted((a, b) => pointsOf(b) - pointsOf(a) || a - b));
}

const LEAST = -0x8000;
const placeOf = (points: number): number => points - LEAST;
