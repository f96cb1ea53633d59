import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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

/** Lies in every folder that holds our data, so that nobody's home is ever taken for one. */
const MARKER = '.xinyidai-data';

/** Is this ours to fill, and with --fresh to delete: absent, empty, or marked? */
export const isDataFolder = (dataDir: string): boolean =>
  !existsSync(dataDir) || readdirSync(dataDir).length === 0 || existsSync(join(dataDir, MARKER));

/** The process that works with the folder, if one is alive. */
export function liveOwner(dataDir: string): number | undefined {
  const found = readClaim(dataDir);
  return found !== undefined && isAlive(found.owner) ? found.owner.pid : undefined;
}

/**
 * Takes the folder for this process, ending an engine that a killed owner left; or answers whose it is. Throws one
 * sentence for a folder that holds somebody else's files.
 */
export async function claim(dataDir: string): Promise<'ours' | Claim> {
  if (!isDataFolder(dataDir))
    throw new Error(`${dataDir} holds files that are not ours: take an empty folder or a new one.`);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, MARKER), 'Data of xinyidai; npm start -- --fresh deletes it.\n');
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
