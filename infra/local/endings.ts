/** What was started ends in the reverse order, each once, and one that fails keeps none of the others. */
export type Endings = {
  readonly push: (end: () => Promise<void>) => void;
  /** Twice is once. */
  readonly all: () => Promise<void>;
};

export function endings(log: (line: string) => void): Endings {
  const ends: (() => Promise<void>)[] = [];
  const endAll = async () => {
    for (const end of ends.reverse())
      await end().catch((error: Error) => log(`could not be ended in order: ${error.message}`));
  };
  let ending: Promise<void> | undefined;
  return {
    push: (end) => void ends.push(end),
    all: () => {
      ending ??= endAll();
      return ending;
    },
  };
}
