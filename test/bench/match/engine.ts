import type { Question } from '#domain/matching/question';
import type { Verdict } from '#domain/product/criterion';

/** Of each product, in the order of the catalogue: what it comes to, and why, as codes (`plain-objects.ts`). */
export type Answer =
  | { readonly kind: 'reasons'; readonly reasons: readonly (readonly string[])[] }
  | { readonly kind: 'verdicts'; readonly verdicts: readonly Verdict[] }
  /** Of an engine that has no third answer: those that fit. */
  | { readonly kind: 'fits'; readonly fits: readonly boolean[] };

/** An engine with its products at hand. */
export type MatchEngine = {
  readonly name: string;
  /** How many of the products it goes through. */
  readonly products: number;
  /** One need, all products; whatever it gives is for `answer` to read. */
  readonly run: (question: Question) => unknown;
  /** Absent where nothing is answered. */
  readonly answer?: (question: Question) => Answer | Promise<Answer>;
  /** Takes so long that a few needs must do. */
  readonly slow?: boolean;
  readonly close?: () => void;
};

/** Whether an answer is what the reasons say, so far as it goes. */
export function agrees(answer: Answer, truth: readonly (readonly string[])[]): boolean {
  const verdicts = truth.map(verdictFrom);
  switch (answer.kind) {
    case 'reasons':
      return answer.reasons.every(
        (reasons, row) => reasons.toSorted().join() === truth[row]?.toSorted().join(),
      );
    case 'verdicts':
      return answer.verdicts.every((verdict, row) => verdict === verdicts[row]);
    case 'fits':
      return answer.fits.every((fits, row) => fits === (verdicts[row] === 'yes'));
  }
}

export function verdictFrom(reasons: readonly string[]): Verdict {
  if (reasons.length === 0) return 'yes';
  return reasons.every((code) => code.endsWith('?')) ? 'unknown' : 'no';
}
