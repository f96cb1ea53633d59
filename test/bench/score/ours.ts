import { isDeepStrictEqual } from 'node:util';
import { reckonByKernel } from '#adapters/scoring/reckon-by-kernel';
import { parseUnifiedCode } from '#domain/enterprise/unified-code';
import type { Columns } from '#domain/scoring/columns/columns';
import type { CompiledCard } from '#domain/scoring/columns/compile-card';
import { type Reckon, reckonByTables } from '#domain/scoring/columns/reckon';
import { scoreColumns } from '#domain/scoring/columns/score-columns';
import { scoreRow } from '#domain/scoring/columns/score-row';
import type { RowScore } from '#domain/scoring/columns/tell-row';
import type { FactValues, KnownFacts } from '#domain/scoring/facts';
import { score } from '#domain/scoring/score-enterprise';
import { date } from '#domain/time';
import type { ScoreEngine } from './engine.ts';
import { factsOf } from './firms.ts';

const AS_OF = date('2026-11-20');
const CODE = parseUnifiedCode('91320508MA0000269X');

/** Points and the four principal reasons of every firm, in plain loops. */
export const tables = (compiled: CompiledCard, columns: Columns): ScoreEngine =>
  byColumns('xyd, plain loops, four reasons', compiled, columns, reckonByTables(compiled));

/** The same by the kernel, whose every column is compared. */
export const kernel = (compiled: CompiledCard, columns: Columns): ScoreEngine =>
  byColumns('xyd, kernel, four reasons', compiled, columns, reckonByKernel(compiled));

function byColumns(
  name: string,
  compiled: CompiledCard,
  columns: Columns,
  reckon: Reckon,
): ScoreEngine {
  return {
    name,
    rows: columns.rows,
    run: async () => scoreColumns(compiled, columns, reckon).points,
    agrees: (truth) => isDeepStrictEqual(scoreColumns(compiled, columns, reckon), truth),
    close: async () => undefined,
  };
}

export function knownFactsOf(compiled: CompiledCard, columns: Columns, row: number): KnownFacts {
  const facts = Object.entries(factsOf(compiled, columns, row));
  return Object.fromEntries(facts.map(([name, value]) => [name, { value, evidence: [] }]));
}

export function plainScore(compiled: CompiledCard, facts: KnownFacts): RowScore {
  if (!CODE.ok) throw new Error('the code of the bench is lawful');
  const told = score({
    card: compiled.card,
    facts,
    enterprise: { code: CODE.value },
    asOf: AS_OF,
  });
  const { points, grade, coverage, vetoes } = told;
  const reasons = told.reasons.map((reason) => ({ code: reason.code, points: reason.points }));
  return { points, grade, coverage, vetoes, reasons };
}

/** The engine that is the truth, firm by firm with everything that a score says. */
export function plain(compiled: CompiledCard, columns: Columns, rows: number): ScoreEngine {
  const firms = Array.from({ length: rows }, (_, row) => knownFactsOf(compiled, columns, row));
  return {
    name: 'xyd, plain engine, whole score',
    rows,
    run: async () => Int16Array.from(firms, (facts) => plainScore(compiled, facts).points),
    close: async () => undefined,
  };
}

/** One firm out of its stored profile, in words: what a request for one score costs. */
export function fromProfile(compiled: CompiledCard, profile: string): RowScore {
  const values: FactValues = JSON.parse(profile);
  return scoreRow(compiled, values);
}
