import { createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { BatchId } from '#domain/ids';
import type { Inbox } from '#usecases/ports';

/** The inbox of the command line: the batch's file lies on this machine already, so its address is its path. */
export const fileInbox = (pathOf: (batch: BatchId) => string | undefined): Inbox => ({
  uploadUrl: async (batch) => pathToFileURL(pathOf(batch) ?? batch).href,
  open: async (batch) => {
    const path = pathOf(batch);
    if (path === undefined) return undefined;
    return access(path).then(
      () => createReadStream(path, { highWaterMark: 1 << 16 }),
      () => undefined,
    );
  },
  size: async (batch) => {
    const path = pathOf(batch);
    return path === undefined
      ? undefined
      : stat(path).then(
          ({ size }) => size,
          () => undefined,
        );
  },
});
