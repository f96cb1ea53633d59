import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FirmColumns } from '#domain/matching/firms/firm-columns';
import { loadFirms, openDuckDb } from '../duckdb.ts';
import type { FirmEngine } from './engine.ts';
import { bestSql, countsSql, fittingSql, type SqlColumn, sqlColumns, verdictSql } from './sql.ts';

/** Undefined where DuckDB is not installed. Its own storage packs each column as narrow as it can. */
export async function duckdb(
  columns: FirmColumns,
  folder: string,
  most: number,
): Promise<FirmEngine | undefined> {
  const connection = await openDuckDb();
  if (!connection) return undefined;
  const path = join(folder, 'firms.csv');
  const cells = sqlColumns(columns);
  await pipeline(Readable.from(linesOf(cells, columns.codes.length)), createWriteStream(path));
  const types = cells.map(({ name }) => `'${name}': '${typeOf(name)}'`);
  await loadFirms(connection, path, types);
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
