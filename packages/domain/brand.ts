declare const kind: unique symbol;

/** A value that only its own constructor makes, so that fen never stand where months are meant. */
export type Brand<Base, Kind extends string> = Base & { readonly [kind]: Kind };
