import type { FactValues } from '../facts.ts';
import type { Score } from '../score.ts';
import { type ScoreQuestion, score } from '../score-enterprise.ts';
import type { Scorecard } from '../scorecard.ts';
import { compileCard } from './compile-card.ts';
import { explainRow } from './explain-row.ts';
import { plainRow } from './plain-row.ts';
import { scoreRow } from './score-row.ts';
import { tableLimitOf } from './table-limit.ts';
import type { RowScore } from './tell-row.ts';

/** Scores firm after firm by one card, as the plain engine does, byte for byte. */
export type Scorer = {
  /** With dimensions and records. */
  readonly score: (question: Omit<ScoreQuestion, 'card'>) => Score;
  /** From the values of facts, as they are stored. */
  readonly scoreValues: (values: FactValues) => RowScore;
};

/** By tables; by the plain engine where the card fits none. */
export function scorerOf(card: Scorecard): Scorer {
  if (tableLimitOf(card) !== undefined)
    return {
      score: (question) => score({ ...question, card }),
      scoreValues: (values) => plainRow(card, values),
    };
  const compiled = compileCard(card);
  return {
    score: (question) => explainRow(compiled, question),
    scoreValues: (values) => scoreRow(compiled, values),
  };
}
