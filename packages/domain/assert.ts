/** For our own mistakes only: bad input is refused as a value, never asserted. */
export function assert(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Error(`Broken promise: ${rule}`);
}

/** Closes a match over a union: the compiler refuses a case that was forgotten. */
export function unreachable(value: never): never {
  throw new Error(`Broken promise: no case for ${JSON.stringify(value)}`);
}
