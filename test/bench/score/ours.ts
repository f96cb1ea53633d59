import { isDeepStrictEqual } from 'node:util';
import { reckoner } from '#adapters/scoring/reckoner';
import { parseUnifiedCode } from '#domain/enterprise/unified-code';
import type { Columns } from '#domain/scoring/columns/columns';
import type { CompiledCard } from '#domain/scoring/columns/compile-card';
import { byTables, type Reckoner } from '#domain/scoring/columns/firms-scorer';
import { factsOf as knownFacts } from '#domain/scoring/columns/plain-row';
import { scoreColumns } from '#domain/scoring/columns/score-columns';
import { type Scorer, scorerOf } from '#domain/scoring/columns/scorer';
import { tellRow } from '#domain/scoring/columns/tell-row';
import { score } from '#domain/scoring/score-enterprise';
import { date } from '#domain/time';
import type { ScoreEngine } from './engine.ts';
import { factsOf } from './firms.ts';

const AS_OF = date('2026-11-20');
const CODE = parseUnifiedCode('91320508MA0000269X');

/** Points and the four principal reasons of every firm in words, by plain loops. */
export const tables = (compiled: CompiledCard, columns: Columns): ScoreEngine =>
  byColumns('xyd, plain loops, four reasons in words', compiled, columns, byTables);

/** The same by the kernel: what a city is scored by. */
export const kernel = (compiled: CompiledCard, columns: Columns): ScoreEngine => ({
  ...byColumns('xyd, kernel, four reasons in words', compiled, columns, reckoner),
  isAimed: true,
});

function byColumns(
  name: string,
  compiled: CompiledCard,
  columns: Columns,
  by: Reckoner,
): ScoreEngine {
  const { reckon } = by(compiled);
  return {
    name,
    rows: columns.rows,
    run: async () => {
      const scores = scoreColumns(compiled, columns, reckon);
      for (let row = 0; row < columns.rows; row += 1) {
        const { points } = tellRow(compiled, columns, scores, row);
        if (points !== scores.points[row]) throw new Error('a row is told as it was scored');
      }
      return scores.points;
    },
    agrees: (truth) => isDeepStrictEqual(scoreColumns(compiled, columns, reckon), truth),
    close: async () => undefined,
  };
}

/** The engine that is the truth, firm by firm with everything that a score says. */
export const plain = (compiled: CompiledCard, columns: Columns, rows: number): ScoreEngine =>
  byFirm('xyd, plain engine, whole score', compiled, columns, rows, (question) =>
    score({ ...question, card: compiled.card }),
  );

/** The same by tables: how each firm is scored from its records. */
export const explained = (compiled: CompiledCard, columns: Columns, rows: number): ScoreEngine =>
  byFirm('xyd, tables, whole score', compiled, columns, rows, scorerOf(compiled.card).score);

function byFirm(
  name: string,
  compiled: CompiledCard,
  columns: Columns,
  rows: number,
  scored: Scorer['score'],
): ScoreEngine {
  if (!CODE.ok) throw new Error('the code of the bench is lawful');
  const enterprise = { code: CODE.value };
  const firms = Array.from({ length: rows }, (_, row) =>
    knownFacts(factsOf(compiled, columns, row)),
  );
  return {
    name,
    rows,
    run: async () =>
      Int16Array.from(firms, (facts) => scored({ facts, enterprise, asOf: AS_OF }).points),
    close: async () => undefined,
  };
}
