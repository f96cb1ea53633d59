import type { Verdict } from '../product/criterion.ts';
import type { Finding } from './matching.ts';
import type { Question } from './question.ts';

/** One thing that a product asks of a need and its firm; products that ask the same have asks of one key. */
export type Ask = {
  readonly code: Finding['code'];
  readonly key: () => string;
  readonly verdict: (question: Question) => Verdict;
  /** Undefined where the verdict is yes. */
  readonly finding: (question: Question) => Finding | undefined;
};
