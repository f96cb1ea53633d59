/** The names of a table, in its order and as its type knows them: `Object.keys` forgets their type. */
export function namesIn<Table extends object>(table: Table): readonly (keyof Table & string)[] {
  const isName = (text: string): text is keyof Table & string => Object.hasOwn(table, text);
  return Object.keys(table).filter(isName);
}
