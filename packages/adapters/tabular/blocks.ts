/** The same bytes in pieces of at least `size`, the last one excepted. */
export async function* blocks(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    held.push(piece);
    length += piece.length;
    if (length < size) continue;
    yield join(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield join(held);
}

const join = (pieces: readonly Uint8Array[]): Uint8Array => {
  const [only] = pieces;
  return only && pieces.length === 1 ? only : Buffer.concat(pieces);
};
