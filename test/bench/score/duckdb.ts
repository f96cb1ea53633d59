import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Columns } from '#domain/scoring/columns/columns';
import type { CompiledCard } from '#domain/scoring/columns/compile-card';
import { loadFirms, openDuckDb } from '../duckdb.ts';
import { caseTable } from './case-table.ts';
import type { ScoreEngine } from './engine.ts';
import { cellOf } from './firms.ts';

/** Totals by a CASE table on one thread; reasons are not asked for. Undefined where DuckDB is not installed. */
export async function duckdb(
  compiled: CompiledCard,
  columns: Columns,
  folder: string,
): Promise<ScoreEngine | undefined> {
  const connection = await openDuckDb();
  if (!connection) return undefined;
  const path = join(folder, 'firms.csv');
  await pipeline(Readable.from(linesOf(columns)), createWriteStream(path));
  const types = [...columns.of].map(
    ([fact, column]) => `'${fact}': '${column instanceof Float64Array ? 'BIGINT' : 'INTEGER'}'`,
  );
  await loadFirms(connection, path, types);
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
