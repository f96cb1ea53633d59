import { libraryOf } from './score/engine.ts';

export type DuckDb = {
  readonly run: (sql: string) => Promise<unknown>;
  readonly runAndReadAll: (sql: string) => Promise<{
    readonly getColumns: () => readonly (readonly unknown[])[];
  }>;
  readonly closeSync: () => void;
};
type Library = {
  readonly DuckDBInstance: {
    readonly create: (
      path: string,
      options: Readonly<Record<string, string>>,
    ) => Promise<{ readonly connect: () => Promise<DuckDb> }>;
  };
};

/** DuckDB on one thread; undefined where it is not installed. */
export async function openDuckDb(): Promise<DuckDb | undefined> {
  const library = await libraryOf<Library>('@duckdb/node-api');
  const instance = await library?.DuckDBInstance.create(':memory:', { threads: '1' });
  return instance?.connect();
}

/** The rows of a CSV file as the table `firms`; `types`: `'column': 'TYPE'`. */
export const loadFirms = (db: DuckDb, path: string, types: readonly string[]): Promise<unknown> =>
  db.run(
    `CREATE TABLE firms AS SELECT * FROM read_csv('${path}', header = true, columns = {${types.join(', ')}})`,
  );
