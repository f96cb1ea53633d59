import { basisPoints } from '../../rate.ts';
import type { FactValue } from '../facts.ts';
import { judgeIndicator } from '../judge.ts';
import { MAX_REASONS, reasonCodeOf } from '../reasons.ts';
import type { Score, ScoreReason } from '../score.ts';
import { columnOf } from './attributes.ts';
import type { Columns } from './columns.ts';
import type { CompiledCard } from './compile-card.ts';
import {
  MAX_PLACES,
  NO_BIN,
  OTHER,
  PLACE_BITS,
  REASON_MASK,
  UNKNOWN,
  VETO_BIT,
} from './look-up.ts';
import type { ColumnScores } from './score-columns.ts';

/** A row in the words of a score. Records stand in no column: they are asked for where one is explained. */
export type RowScore = Pick<Score, 'points' | 'grade' | 'coverage' | 'vetoes'> & {
  readonly reasons: readonly Pick<ScoreReason, 'code' | 'points'>[];
};

export type RowReason = RowScore['reasons'][number];
/** One for all firms on which no veto falls. */
export const NO_CODES: readonly string[] = [];

export function tellRow(
  compiled: CompiledCard,
  columns: Columns,
  scores: ColumnScores,
  row: number,
): RowScore {
  const reasons: RowReason[] = [];
  for (let at = row * MAX_REASONS; at < (row + 1) * MAX_REASONS; at += 1) {
    const packed = scores.reasons[at] ?? 0;
    if (packed === 0) break;
    reasons.push({
      code: codeOf(compiled, columns, row, packed),
      points: (packed & REASON_MASK) >> PLACE_BITS,
    });
  }
  const held = scores.vetoes[row] ?? 0;
  return {
    points: scores.points[row] ?? 0,
    grade: compiled.card.bands[scores.grades[row] ?? 0]?.grade ?? '',
    coverage: basisPoints(scores.coverage[row] ?? 0),
    vetoes: held === 0 ? NO_CODES : codesOf(compiled, held),
    reasons,
  };
}

const codesOf = ({ vetoes }: CompiledCard, held: number): readonly string[] =>
  vetoes.filter((_, bit) => (held >> bit) & 1).map(({ veto }) => veto.code);

function codeOf(compiled: CompiledCard, columns: Columns, row: number, packed: number): string {
  const last = packed & (MAX_PLACES - 1);
  if (packed & VETO_BIT) return compiled.vetoes[last]?.veto.code ?? '';
  const place = MAX_PLACES - 1 - last;
  const fact = compiled.indicators[place]?.fact ?? '';
  return compiled.reasons[place] ?? reasonOf(compiled, place, factIn(compiled, columns, row, fact));
}

/** The code of the reason of a value. */
export function reasonOf(
  { indicators }: CompiledCard,
  place: number,
  value: FactValue | undefined,
): string {
  const indicator = indicators[place];
  return (indicator && reasonCodeOf(judgeIndicator(indicator, value))) ?? '';
}

/** What the column holds, as the fact that was put there; NO_BIN for a value that suited it not. */
function factIn(
  { codings }: CompiledCard,
  columns: Columns,
  row: number,
  fact: string,
): FactValue | undefined {
  const held = columnOf(columns, fact)[row] ?? Number.NaN;
  const coding = codings.get(fact);
  if (coding?.kind === 'number') {
    if (Number.isNaN(held)) return undefined;
    return held === Number.NEGATIVE_INFINITY ? NO_BIN : held;
  }
  if (held === UNKNOWN) return undefined;
  if (coding?.kind !== 'choice') return held === OTHER ? NO_BIN : held;
  return [...coding.codes].find(([, code]) => code === held)?.[0] ?? NO_BIN;
}
