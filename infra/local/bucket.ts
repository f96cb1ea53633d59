import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BusEvent } from './bus.ts';

export type StoredObject = {
  readonly size: number;
  readonly etag: string;
  readonly writtenAt: Date;
};

/** The objects of one bucket as files, one per key. */
export type Bucket = {
  readonly name: string;
  /** With Object Lock: what lies there is neither replaced nor removed. */
  readonly writtenOnce: boolean;
  /**
   * Whole or not at all: an interrupted upload leaves nothing behind. Returns when it outlives a power cut. Throws
   * `ObjectThere` where something lies there that may not be replaced.
   */
  readonly put: (key: string, body: Readable, once?: 'once') => Promise<StoredObject>;
  readonly head: (key: string) => Promise<StoredObject | undefined>;
  /** `range`: first and last byte, both included. */
  readonly read: (
    key: string,
    range?: { readonly start: number; readonly end: number },
  ) => Readable;
  readonly remove: (key: string) => Promise<void>;
};

/** S3's own limit for a key, in bytes of UTF-8. */
export const MAX_KEY_BYTES = 1024;
/** What file systems take for one name; longer keys are refused here though S3 takes them. */
const MAX_NAME_BYTES = 240;

export async function openBucket(
  name: string,
  folder: string,
  { writtenOnce = false }: { readonly writtenOnce?: boolean } = {},
): Promise<Bucket> {
  const arriving = join(folder, 'arriving');
  const objects = join(folder, 'objects');
  await mkdir(arriving, { recursive: true });
  await mkdir(objects, { recursive: true });
  for (const left of await readdir(arriving)) await rm(join(arriving, left)); // Of an upload that was cut off.
  const fileOf = (key: string) => join(objects, fileName(key));
  const head = async (key: string): Promise<StoredObject | undefined> => {
    try {
      const { size, mtime, mtimeMs } = await stat(fileOf(key));
      return {
        size,
        etag: `"${size.toString(16)}-${Math.trunc(mtimeMs).toString(16)}"`,
        writtenAt: mtime,
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  };
  return {
    name,
    writtenOnce,
    head,
    put: async (key, body, once) => {
      const temporary = join(arriving, randomUUID());
      const target = fileOf(key);
      try {
        await pipeline(body, createWriteStream(temporary, { flush: true }));
        if (once || writtenOnce) await link(temporary, target);
        else await rename(temporary, target);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new ObjectThere();
        throw error;
      } finally {
        await rm(temporary, { force: true });
      }
      await flushFolder(objects);
      const stored = await head(key);
      if (stored === undefined) throw new Error(`The object ${key} vanished while it was written.`);
      return stored;
    },
    read: (key, range) => createReadStream(fileOf(key), range),
    remove: (key) => rm(fileOf(key), { force: true }),
  };
}

/** Percent-encoded, so that a key with slashes or dots never leaves the folder. */
function fileName(key: string): string {
  const name = `${encodeURIComponent(key)}.object`;
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) throw new KeyTooLong();
  return name;
}

export class KeyTooLong extends Error {
  constructor() {
    super(`The local bucket takes keys whose encoded form has at most ${MAX_NAME_BYTES} bytes.`);
    this.name = 'KeyTooLong';
  }
}

export class ObjectThere extends Error {
  constructor() {
    super('An object lies there already, and may not be replaced.');
    this.name = 'ObjectThere';
  }
}

/** The rename itself must outlive a power cut. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What S3 tells the default bus of a new object. */
export const objectCreated = (arrived: {
  readonly bucket: { readonly name: string; readonly arn: string };
  readonly key: string;
  readonly stored: StoredObject;
  readonly account: string;
}): BusEvent => ({
  source: 'aws.s3',
  detailType: 'Object Created',
  resources: [arrived.bucket.arn],
  detail: {
    version: '0',
    bucket: { name: arrived.bucket.name },
    object: {
      key: arrived.key,
      size: arrived.stored.size,
      etag: arrived.stored.etag.replaceAll('"', ''),
      sequencer: arrived.stored.writtenAt.getTime().toString(16).padStart(18, '0').toUpperCase(),
    },
    'request-id': randomUUID(),
    requester: arrived.account,
    'source-ip-address': '127.0.0.1',
    reason: 'PutObject',
  },
});
