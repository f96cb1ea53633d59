/** The words of a table, in its order: `Object.keys`, which forgets their type. */
export const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] =>
  Object.keys(table) as Key[];
