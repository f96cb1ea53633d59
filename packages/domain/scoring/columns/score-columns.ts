import { MAX_REASONS } from '../reasons.ts';
import { type Block, columnOf } from './attributes.ts';
import type { Columns } from './columns.ts';
import type { CompiledCard } from './compile-card.ts';
import { BLOCK, type Reckon, type Reckoned, reckonByTables } from './reckon.ts';
import { vetoRow } from './veto-row.ts';

/** Firm after firm. A reason is its place on the card and the points that it took; vetoes are bits by place. */
export type ColumnScores = {
  readonly rows: number;
  readonly points: Int16Array;
  readonly grades: Uint8Array;
  readonly coverage: Uint16Array;
  readonly vetoes: Int32Array;
  /** MAX_REASONS a firm, packed as in `LookUp`; 0 = none. */
  readonly reasons: Int32Array;
};

/** Scores every row: the same points, grade, coverage, vetoes and reasons as `score`, whoever reckons. */
export function scoreColumns(
  compiled: CompiledCard,
  columns: Columns,
  reckon: Reckon = reckonByTables(compiled),
): ColumnScores {
  const { rows } = columns;
  const scores: ColumnScores = {
    rows,
    points: new Int16Array(rows),
    grades: new Uint8Array(rows),
    coverage: new Uint16Array(rows),
    vetoes: new Int32Array(rows),
    reasons: new Int32Array(rows * MAX_REASONS),
  };
  for (let start = 0; start < rows; start += BLOCK) {
    const block = { start, end: Math.min(rows, start + BLOCK) };
    finish(compiled, columns, block, reckon(columns, block), scores);
  }
  return scores;
}

function finish(
  compiled: CompiledCard,
  columns: Columns,
  { start, end }: Block,
  { sums, known, top }: Reckoned,
  scores: ColumnScores,
): void {
  const { first, second, third, fourth } = top;
  for (let row = start, at = 0; row < end; row += 1, at += 1) {
    scores.points[row] = sums[at] ?? 0;
    scores.coverage[row] = compiled.coverage[known[at] ?? 0] ?? 0;
    const place = row * MAX_REASONS;
    scores.reasons[place] = first[at] ?? 0;
    scores.reasons[place + 1] = second[at] ?? 0;
    scores.reasons[place + 2] = third[at] ?? 0;
    scores.reasons[place + 3] = fourth[at] ?? 0;
  }
  for (const [bit, { veto, code }] of compiled.vetoes.entries()) {
    const column = columnOf(columns, veto.fact);
    for (let row = start; row < end; row += 1)
      if (column[row] === code) scores.vetoes[row] = (scores.vetoes[row] ?? 0) | (1 << bit);
  }
  for (let row = start; row < end; row += 1) {
    if (scores.vetoes[row] !== 0) vetoRow(compiled, row, scores);
    scores.grades[row] = compiled.grades[scores.points[row] ?? 0] ?? 0;
  }
}
