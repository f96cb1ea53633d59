import { assert } from '#domain/assert';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { CommitResult } from './ports.ts';

/** Somebody else may write the same aggregate at the same moment; after so many losses we say so. */
const MAX_TRIES = 8;

/** Loads and decides anew until the commit goes through. Refuses: busy, and whatever the decision refuses. */
export async function untilCommitted<Answer>(
  attempt: () => Promise<Outcome<Answer> | 'conflict'>,
): Promise<Outcome<Answer>> {
  for (let tried = 0; tried < MAX_TRIES; tried += 1) {
    const answer = await attempt();
    if (answer !== 'conflict') return answer;
  }
  return refuse('busy', { expected: 'the same request a moment later' });
}

/** The answer if it was committed. */
export const committed = <Answer>(
  result: CommitResult,
  answer: Answer,
): Outcome<Answer> | 'conflict' => {
  assert(result !== 'too_large', 'the limits on input keep this below the size of an item');
  return result === 'committed' ? accept(answer) : result;
};
