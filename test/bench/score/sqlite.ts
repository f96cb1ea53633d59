import { DatabaseSync } from 'node:sqlite';
import type { Columns } from '#domain/scoring/columns/columns';
import type { CompiledCard } from '#domain/scoring/columns/compile-card';
import { caseTable } from './case-table.ts';
import type { ScoreEngine } from './engine.ts';
import { cellOf } from './firms.ts';

/** Totals by a CASE table; reasons are not asked for. */
export async function sqlite(
  compiled: CompiledCard,
  columns: Columns,
  rows: number,
): Promise<ScoreEngine> {
  const store = new DatabaseSync(':memory:');
  const facts = [...columns.of.keys()];
  store.exec(`CREATE TABLE firms (${facts.map((fact) => `${fact} NUMERIC`).join(', ')})`);
  const put = store.prepare(`INSERT INTO firms VALUES (${facts.map(() => '?').join(', ')})`);
  store.exec('BEGIN');
  for (let row = 0; row < rows; row += 1)
    put.run(...[...columns.of.values()].map((column) => cellOf(column, row)));
  store.exec('COMMIT');
  const ask = store.prepare(
    `SELECT ${caseTable(compiled, { least: 'min' })} AS points FROM firms ORDER BY rowid`,
  );
  return {
    name: 'node:sqlite, CASE, totals',
    rows,
    run: async () => Int16Array.from(ask.all(), ({ points }) => Number(points)),
    close: async () => store.close(),
  };
}
