/** Answers kept of one reader: days and spellings of one file repeat themselves thousands of times. */
const MAX_REMEMBERED = 4_096;

/**
 * The same function, its latest answers kept (undefined is not: wrong texts may all be different). For pure
 * functions of short texts. Nothing is evicted singly: when full it begins anew.
 */
export function remembered<Answer extends string | number>(
  answer: (text: string) => Answer | undefined,
): (text: string) => Answer | undefined {
  const kept = new Map<string, Answer>();
  return (text) => {
    const before = kept.get(text);
    if (before !== undefined) return before;
    const now = answer(text);
    if (now === undefined) return undefined;
    if (kept.size >= MAX_REMEMBERED) kept.clear();
    kept.set(ownCopy(text), now);
    return now;
  };
}

/** A piece of a long text keeps all of it in memory (V8's sliced strings); a copy keeps itself alone. */
const ownCopy = (text: string) => [...text].join('');
