import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FirmColumns } from '#domain/matching/firms/firm-columns';
import { libraryOf } from '../score/engine.ts';
import type { FirmEngine } from './engine.ts';
import { bestSql, countsSql, fittingSql, type SqlColumn, sqlColumns, verdictSql } from './sql.ts';

type Connection = {
  readonly run: (sql: string) => Promise<unknown>;
  readonly runAndReadAll: (sql: string) => Promise<{
    readonly getColumns: () => readonly (readonly unknown[])[];
  }>;
  readonly closeSync: () => void;
};
type DuckDb = {
  readonly DuckDBInstance: {
    readonly create: (
      path: string,
      options: Readonly<Record<string, string>>,
    ) => Promise<{ readonly connect: () => Promise<Connection> }>;
  };
};

/** Undefined where DuckDB is not installed. Its own storage packs each column as narrow as it can. */
export async function duckdb(
  columns: FirmColumns,
  folder: string,
  most: number,
): Promise<FirmEngine | undefined> {
  const library = await libraryOf<DuckDb>('@duckdb/node-api');
  if (!library) return undefined;
  const path = join(folder, 'firms.csv');
  const cells = sqlColumns(columns);
  await pipeline(Readable.from(linesOf(cells, columns.codes.length)), createWriteStream(path));
  const instance = await library.DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const types = cells.map(({ name }) => `'${name}': '${typeOf(name)}'`).join(', ');
  await connection.run(
    `CREATE TABLE firms AS SELECT * FROM read_csv('${path}', header = true, columns = {${types}})`,
  );
  const read = async (sql: string) =>
    (await connection.runAndReadAll(sql)).getColumns().map((column) => column.map(Number));
  return {
    name: 'DuckDB, 1 thread',
    run: async (product, asked) => {
      const verdict = verdictSql(product, columns);
      const [[yes = 0] = [], [unknown = 0] = [], [no = 0] = []] = await read(
        asked === 'counts' ? countsSql(verdict) : fittingSql(verdict),
      );
      const [best = []] = await read(bestSql(verdict, most));
      return { counts: asked === 'counts' ? { yes, unknown, no } : { yes }, best };
    },
    close: () => connection.closeSync(),
  };
}

const typeOf = (name: string): string => {
  if (name.endsWith('_fen')) return 'BIGINT';
  return name === 'place' ? 'INTEGER' : 'SMALLINT';
};

function* linesOf(cells: readonly SqlColumn[], rows: number): Generator<string> {
  yield `${cells.map(({ name }) => name).join(',')}\n`;
  for (let row = 0; row < rows; row += 1)
    yield `${cells.map(({ cellOf }) => cellOf(row) ?? '').join(',')}\n`;
}
