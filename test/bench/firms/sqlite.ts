import { DatabaseSync } from 'node:sqlite';
import type { FirmColumns } from '#domain/matching/firms/firm-columns';
import type { FirmEngine } from './engine.ts';
import { bestSql, countsSql, fittingSql, sqlColumns, verdictSql } from './sql.ts';

export function sqlite(columns: FirmColumns, most: number): FirmEngine {
  const store = new DatabaseSync(':memory:');
  const cells = sqlColumns(columns);
  store.exec(`CREATE TABLE firms (${cells.map(({ name }) => `${name} INTEGER`).join(', ')})`);
  const put = store.prepare(`INSERT INTO firms VALUES (${cells.map(() => '?').join(', ')})`);
  store.exec('BEGIN');
  for (let row = 0; row < columns.codes.length; row += 1)
    put.run(...cells.map(({ cellOf }) => cellOf(row)));
  store.exec('COMMIT');
  return {
    name: 'node:sqlite',
    run: async (product, asked) => {
      const verdict = verdictSql(product, columns);
      const told = store
        .prepare(asked === 'counts' ? countsSql(verdict) : fittingSql(verdict))
        .get();
      const yes = Number(told?.['yes']);
      return {
        counts:
          asked === 'counts'
            ? { yes, unknown: Number(told?.['maybe']), no: Number(told?.['no']) }
            : { yes },
        best: store
          .prepare(bestSql(verdict, most))
          .all()
          .map(({ place }) => Number(place)),
      };
    },
    close: () => store.close(),
  };
}
