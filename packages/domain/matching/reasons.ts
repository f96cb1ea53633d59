import type { Ask } from './ask.ts';
import { findingAt, type Judged, lackedAt } from './judge-catalogue.ts';
import type { Finding } from './matching.ts';
import type { Question } from './question.ts';

/** The findings that products refer to, each once: made for the products that are told, not for the others. */
export type Reasons = {
  readonly findings: readonly Finding[];
  /** Places in `findings`, in reading order. */
  readonly of: (row: number) => readonly number[];
};

export function reasonsFor(judged: Judged, question: Question): Reasons {
  const findings: Finding[] = [];
  const byAsk = new Map<Ask | undefined, number>();
  // Other asks may come to the same reason: two prices of one floor, two products withdrawn.
  const byContent = new Map<string, number>();
  const placeOf = (finding: Finding): number => {
    const content = JSON.stringify(finding);
    const place = byContent.get(content) ?? findings.push(finding) - 1;
    byContent.set(content, place);
    return place;
  };
  return {
    findings,
    of: (row) =>
      [...lackedAt(judged, row)].map((lacked) => {
        const ask = lacked.column.asks[lacked.place];
        const place = byAsk.get(ask) ?? placeOf(findingAt(lacked, question));
        byAsk.set(ask, place);
        return place;
      }),
  };
}
