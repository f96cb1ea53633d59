import { MAX_REASONS } from '../reasons.ts';
import type { CompiledCard } from './compile-card.ts';
import { PLACE_BITS, VETO_BIT } from './look-up.ts';
import type { ColumnScores } from './score-columns.ts';

/** Caps the points of a row that some veto holds, and puts the vetoes before its other reasons. */
export function vetoRow(
  compiled: CompiledCard,
  row: number,
  { points, vetoes, reasons }: ColumnScores,
): void {
  const held = vetoes[row] ?? 0;
  const sum = points[row] ?? 0;
  const from = row * MAX_REASONS;
  let before = 0;
  for (const [bit, { veto }] of compiled.vetoes.entries()) {
    if (((held >> bit) & 1) === 0) continue;
    points[row] = Math.min(points[row] ?? 0, veto.cap);
    if (before === MAX_REASONS) continue;
    reasons.copyWithin(from + before + 1, from + before, from + MAX_REASONS - 1);
    reasons[from + before] = VETO_BIT | (Math.max(0, sum - veto.cap) << PLACE_BITS) | bit;
    before += 1;
  }
}
