import { mkdirSync } from 'node:fs';
import type { BusinessDate } from '#domain/time';
import type { LocalPlatform, openLocal } from '#platform/open-local';
import { Stopped } from './demo/stopped.ts';
import { Misuse } from './misuse.ts';

type Options = Parameters<typeof openLocal>[0];

const INTERRUPTED = 130;

/**
 * Opens the store of a folder, works on it, closes it, whatever happens: an interruption closes it too,
 * so that the next command finds the folder free.
 */
export async function withPlatform<Answer>(
  options: Options,
  work: (local: LocalPlatform) => Promise<Answer>,
): Promise<Answer> {
  makeFolder(options.dataDir);
  const local = await open(options);
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
    void local.close().finally(() => process.exit(INTERRUPTED));
  };
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    return await work(local);
  } catch (error) {
    // Work fails because its store was closed under it: the exit is on its way and says enough.
    if (interrupted) await new Promise(() => {});
    throw error;
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    await local.close();
  }
}

/** The store of `--data` on the day of `--as-of`. */
export const storeOf = (data: string, asOf: BusinessDate | undefined): Options => ({
  dataDir: data,
  ...(asOf !== undefined && { asOf }),
});

function makeFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true });
  } catch {
    throw new Misuse(`--data is a folder that can be written to, not ${dir || 'nothing'}`);
  }
}

/** The store's client takes a while to load: help and bad usage do not wait for it. */
async function open(options: Options): Promise<LocalPlatform> {
  const platform = await import('#platform/open-local');
  try {
    return await platform.openLocal(options);
  } catch (error) {
    throw new Stopped(error instanceof Error ? error.message : String(error));
  }
}
