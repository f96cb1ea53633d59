/** A column ready to be read: each product's place, and what each place comes to. */
export type Scanned = {
  readonly places: Uint16Array | Uint32Array;
  readonly marks: Int32Array;
};

/** Four columns at a time: to read and write a product's word costs as much as a column does. */
const ABREAST = 4;

/** Adds to each product's word the marks of its asks in these columns. */
export function scan(columns: readonly Scanned[], words: Int32Array): void {
  let at = 0;
  for (; at + ABREAST <= columns.length; at += ABREAST) {
    const [a, b, c, d] = columns.slice(at, at + ABREAST);
    if (a && b && c && d) addFour(a, b, c, d, words);
  }
  for (const column of columns.slice(at)) addOne(column, words);
}

function addFour(a: Scanned, b: Scanned, c: Scanned, d: Scanned, words: Int32Array): void {
  const { places: placesA, marks: marksA } = a;
  const { places: placesB, marks: marksB } = b;
  const { places: placesC, marks: marksC } = c;
  const { places: placesD, marks: marksD } = d;
  for (let row = 0; row < words.length; row += 1)
    words[row] =
      (words[row] ?? 0) |
      (marksA[placesA[row] ?? 0] ?? 0) |
      (marksB[placesB[row] ?? 0] ?? 0) |
      (marksC[placesC[row] ?? 0] ?? 0) |
      (marksD[placesD[row] ?? 0] ?? 0);
}

function addOne({ places, marks }: Scanned, words: Int32Array): void {
  for (let row = 0; row < words.length; row += 1)
    words[row] = (words[row] ?? 0) | (marks[places[row] ?? 0] ?? 0);
}
