/** Goes on after a first piece that was taken out to look at. Closes the rest even if it is never asked for. */
export async function* resume<Piece>(
  first: Piece,
  rest: AsyncGenerator<Piece>,
): AsyncGenerator<Piece> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
