import type { Archive } from '#usecases/ports';

/** Write-once like the bucket: `days` is what lies there, line by line, by key. */
export function memoryArchive(): Archive & {
  readonly days: ReadonlyMap<string, readonly string[]>;
} {
  const days = new Map<string, readonly string[]>();
  return {
    days,
    put: async (key, lines) => {
      const all: string[] = [];
      for await (const line of lines) all.push(line);
      if (!days.has(key)) days.set(key, all);
    },
  };
}
