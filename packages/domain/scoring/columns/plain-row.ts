import type { FactValues, KnownFacts } from '../facts.ts';
import { judge } from '../judge.ts';
import { reasonsOf } from '../reasons.ts';
import { coverageOf } from '../score-enterprise.ts';
import type { Scorecard } from '../scorecard.ts';
import type { RowScore } from './tell-row.ts';

/** A row as the plain engine scores it, by any card. */
export function plainRow(card: Scorecard, values: FactValues): RowScore {
  const facts = factsOf(values);
  const judged = judge(card, facts);
  return {
    points: judged.points,
    grade: judged.grade,
    coverage: coverageOf(judged),
    vetoes: judged.vetoes.map(({ code }) => code),
    reasons: reasonsOf(judged, facts).map(({ code, points }) => ({ code, points })),
  };
}

/** Values as facts of which no record is told. */
export const factsOf = (values: FactValues): KnownFacts =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, { value, evidence: [] }]],
    ),
  );
