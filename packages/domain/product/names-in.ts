/** The names of a table of words, as its type knows them. */
export function namesIn<Table extends object>(table: Table): readonly (keyof Table & string)[] {
  const isName = (text: string): text is keyof Table & string => Object.hasOwn(table, text);
  return Object.keys(table).filter(isName);
}
