import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import type { BatchId } from '#domain/ids';
import type { Inbox } from '#usecases/ports';

/** The inbox of the command line: the batch's file lies on this machine, so nothing is uploaded. */
export const fileInbox = (pathOf: (batch: BatchId) => string | undefined): Inbox => ({
  uploadUrl: async () => {
    throw new Error('The command line reads files from this machine; it uploads none.');
  },
  open: async (batch) => {
    const path = pathOf(batch);
    if (path === undefined) return undefined;
    return access(path).then(
      () => createReadStream(path, { highWaterMark: 1 << 18 }),
      () => undefined,
    );
  },
});
