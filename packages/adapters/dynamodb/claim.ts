import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf, end, isAlive, markOf, type ProcessMark } from './processes.ts';

/** Who works with a data folder, and where its engine listens: the file `engine.json` in that folder. */
export type Claim = {
  readonly owner: ProcessMark;
  /** Absent until the engine answers. */
  readonly endpoint?: string;
  readonly port?: number;
  /** The engine itself; absent where another machine or process runs it (DYNAMODB_ENDPOINT). */
  readonly engine?: ProcessMark;
};

/** Takes the folder for this process, ending an engine that a killed owner left; or answers whose it is. */
export async function claim(dataDir: string): Promise<'ours' | Claim> {
  mkdirSync(dataDir, { recursive: true });
  const ours: Claim = { owner: markOf(process.pid) };
  for (;;) {
    try {
      writeFileSync(fileOf(dataDir), JSON.stringify(ours), { flag: 'wx' });
      return 'ours';
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const found = readClaim(dataDir);
    if (found !== undefined && isAlive(found.owner)) return found;
    if (found?.engine !== undefined && isEngineOf(dataDir, found.engine)) await end(found.engine);
    release(dataDir);
  }
}

export function readClaim(dataDir: string): Claim | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as Claim; // Nobody but us writes it.
  } catch {
    return undefined;
  }
}

/** Replaces the claim whole, so that a reader sees the old one or the new one. */
export function announce(dataDir: string, told: Omit<Claim, 'owner'>): void {
  const file = fileOf(dataDir);
  const next: Claim = { owner: markOf(process.pid), ...told };
  writeFileSync(`${file}.next`, JSON.stringify(next));
  renameSync(`${file}.next`, file);
}

export const release = (dataDir: string): void => rmSync(fileOf(dataDir), { force: true });

const fileOf = (dataDir: string) => join(dataDir, 'engine.json');

/** The number alone proves nothing: the process must have been started on this very folder. */
const isEngineOf = (dataDir: string, engine: ProcessMark) =>
  isAlive(engine) && commandLineOf(engine.pid).includes(dataDir);
