import type { Outcomes } from '#domain/scoring/monitoring/outcomes';
import { drawsOf, shuffled } from './chance.ts';

/** The fold of every row, by seed; goods and bads are dealt out separately, so that folds have the same share of bads. */
export function foldsOf(outcomes: Outcomes, folds: number, seed: number): Uint8Array {
  const draw = drawsOf(seed);
  const dealt = new Uint8Array(outcomes.length);
  let next = 0;
  for (const outcome of [0, 1])
    for (const row of shuffled(rowsWith(outcomes, outcome), draw)) {
      dealt[row] = next;
      next = (next + 1) % folds;
    }
  return dealt;
}

/** Rows that are held back for a test, by seed and share, in equal shares of goods and bads. */
export function heldBack(outcomes: Outcomes, share: number, seed: number): readonly boolean[] {
  const draw = drawsOf(seed);
  const held = new Array<boolean>(outcomes.length).fill(false);
  for (const outcome of [0, 1]) {
    const rows = shuffled(rowsWith(outcomes, outcome), draw);
    for (const row of rows.slice(0, Math.round(rows.length * share))) held[row] = true;
  }
  return held;
}

const rowsWith = (outcomes: Outcomes, outcome: number): number[] =>
  [...outcomes.keys()].filter((row) => outcomes[row] === outcome);
