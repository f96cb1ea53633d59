/**
 * Standard output is the answer alone. Waits where a pipe is slower than we are, so that ten thousand firms
 * do not pile up in memory.
 */
export async function writeOut(text: string): Promise<void> {
  if (process.stdout.write(`${text}\n`)) return;
  await new Promise<void>((drained) => process.stdout.once('drain', () => drained()));
}

export const writeJson = (value: unknown): Promise<void> => writeOut(JSON.stringify(value));

/** A sentence for people, on standard error, so that machines read standard output undisturbed. */
export const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
