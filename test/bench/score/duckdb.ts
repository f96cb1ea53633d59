import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Columns } from '#domain/scoring/columns/columns';
import type { CompiledCard } from '#domain/scoring/columns/compile-card';
import { caseTable } from './case-table.ts';
import { libraryOf, type ScoreEngine } from './engine.ts';
import { cellOf } from './firms.ts';

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

/** Totals by a CASE table on one thread; reasons are not asked for. Undefined where DuckDB is not installed. */
export async function duckdb(
  compiled: CompiledCard,
  columns: Columns,
  folder: string,
): Promise<ScoreEngine | undefined> {
  const library = await libraryOf<DuckDb>('@duckdb/node-api');
  if (!library) return undefined;
  const path = join(folder, 'firms.csv');
  await pipeline(Readable.from(linesOf(columns)), createWriteStream(path));
  const instance = await library.DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const types = [...columns.of].map(
    ([fact, column]) => `'${fact}': '${column instanceof Float64Array ? 'BIGINT' : 'INTEGER'}'`,
  );
  await connection.run(
    `CREATE TABLE firms AS SELECT * FROM read_csv('${path}', header = true, columns = {${types.join(', ')}})`,
  );
  const sql = `SELECT ${caseTable(compiled, { least: 'least' })} AS points FROM firms`;
  return {
    name: 'DuckDB, CASE, totals, 1 thread',
    rows: columns.rows,
    run: async () => {
      const [points = []] = (await connection.runAndReadAll(sql)).getColumns();
      return Int16Array.from(points, Number);
    },
    close: async () => connection.closeSync(),
  };
}

function* linesOf({ rows, of }: Columns): Generator<string> {
  yield `${[...of.keys()].join(',')}\n`;
  const columns = [...of.values()];
  for (let row = 0; row < rows; row += 1)
    yield `${columns.map((column) => cellOf(column, row) ?? '').join(',')}\n`;
}
