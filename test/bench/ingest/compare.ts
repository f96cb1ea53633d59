import { createHash } from 'node:crypto';
import type { Engine } from './engine.ts';
import { penalties } from './penalties.ts';

/**
 * What an engine makes of a table: its tally, a digest of all rows that it accepts, in the order of the file, and
 * how many rows it refuses for which fields (a stream may tell of those later).
 */
export async function answersOf(engine: Engine, path: string): Promise<string> {
  const hash = createHash('sha256');
  const refused = new Map<string, number>();
  const tally = await engine.read(path, {
    accepted: (code, content) =>
      hash.update(`${JSON.stringify([code, ...ids.map((id) => content[id] ?? null)])}\n`),
    refused: (fields) => {
      const key = [...fields].sort().join();
      refused.set(key, (refused.get(key) ?? 0) + 1);
    },
  });
  return JSON.stringify([tally, [...refused].sort(), hash.digest('hex')]);
}

const ids = penalties.fields.map(({ id }) => id);
