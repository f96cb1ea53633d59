import type { Verdict } from '../product/criterion.ts';
import type { Finding } from './matching.ts';
import type { Question } from './question.ts';

/** One thing that a product asks of a need and its firm; asks of one place and one key are the same. */
export type Ask = {
  readonly code: Finding['code'];
  /** In the order in which people read reasons. */
  readonly place: number;
  readonly key: () => string;
  readonly verdict: (question: Question) => Verdict;
  /** Undefined where the verdict is yes. */
  readonly finding: (question: Question) => Finding | undefined;
};
