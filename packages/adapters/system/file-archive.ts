import { randomUUID } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Archive } from '#usecases/ports';
import { gzipped } from './gzipped.ts';

const READ_ALONE = 0o444;

/** The archive of one machine: files of a folder, written once and read-only from then on. */
export const fileArchive = (folder: string): Archive => ({
  put: async (key, lines) => {
    const path = join(folder, key);
    const draft = `${path}.${randomUUID()}`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, await gzipped(lines), { mode: READ_ALONE });
    // A link gives the whole file or nothing, and leaves what is there as it is.
    await link(draft, path).catch((error: unknown) => {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
    });
    await rm(draft);
  },
});
