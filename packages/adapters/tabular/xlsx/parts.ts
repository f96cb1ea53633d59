import { once } from 'node:events';
import { close } from 'node:fs';
import { pipeline } from 'node:stream';
import { promisify } from 'node:util';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { UnreadableFile } from '#usecases/ports';
import { MAX_EXPANDED_BYTES } from '../expand.ts';
import { malformed } from '../malformed.ts';
import { type Budget, metered } from './metered.ts';

/** Files in a workbook's archive. Office writes tens; pictures and comments may make it thousands. */
export const MAX_PARTS = 10_000;

/** The parts of a workbook that are read at all; everything else in the archive is never unpacked. */
export type Parts = {
  readonly has: (name: string) => boolean;
  /** The text of a part, at most `limit` bytes. Throws malformed_file, encoding_unknown, file_too_large. */
  readonly text: (name: string, limit: number) => AsyncGenerator<string>;
  /** Gives the file back. No part may be in reading. */
  readonly close: () => Promise<void>;
};

/**
 * Opens the archive in an open file, which is the archive's from now on. Names are compared without case, as
 * the packaging standard has it. Throws malformed_file (also where two parts share a name: which one is meant
 * is anybody's guess), file_too_large.
 */
export async function openParts(file: number): Promise<Parts> {
  const zip = await fromFdPromise(file).catch(async (error: unknown) => {
    await promisify(close)(file);
    return damaged(error);
  });
  try {
    const entries = await entriesOf(zip);
    const budget: Budget = { left: MAX_EXPANDED_BYTES };
    return {
      has: (name) => entries.has(name.toLowerCase()),
      text: (name, limit) => textOf(zip, entries.get(name.toLowerCase()), name, { limit, budget }),
      close: () => closed(zip),
    };
  } catch (error) {
    await closed(zip);
    throw error;
  }
}

async function closed(zip: ZipFile): Promise<void> {
  const gone = once(zip, 'close');
  zip.close();
  await gone;
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > MAX_PARTS)
    throw new UnreadableFile({
      code: 'file_too_large',
      expected: `a workbook of at most ${MAX_PARTS} parts`,
      actual: String(zip.entryCount),
    });
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) throw malformed('one part of each name', entry.fileName);
      entries.set(name, entry);
    }
  } catch (error) {
    damaged(error);
  }
  return entries;
}

type Limits = { readonly limit: number; readonly budget: Budget };

async function* textOf(
  zip: ZipFile,
  entry: Entry | undefined,
  name: string,
  limits: Limits,
): AsyncGenerator<string> {
  if (!entry) throw malformed('all parts of a workbook', `${name} is missing`);
  if (entry.isEncrypted()) throw malformed('a workbook without a password', `${name} is encrypted`);
  if (!entry.canDecodeFileData())
    throw malformed('parts that are deflated or stored', `${name} is neither`);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decoded = (piece?: Uint8Array) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw new UnreadableFile({ code: 'encoding_unknown', expected: `UTF-8 in ${name}` });
    }
  };
  for await (const piece of metered(unpacked(zip, entry), {
    ...limits,
    packed: entry.compressedSize,
  }))
    yield decoded(piece);
  yield decoded();
}

/** What an entry holds, checked against its size and check sum. */
async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let length = 0;
  let sum = 0;
  try {
    const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    const stored = entry.compressionMethod === 0;
    const plain = stored ? packed : pipeline(packed, createInflateRaw(), () => undefined);
    for await (const piece of plain) {
      length += piece.length;
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    damaged(error);
  }
  if (length !== entry.uncompressedSize || sum !== entry.crc32)
    throw malformed('a whole archive', `${entry.fileName} does not match its check sum`);
}

/** The disk's errors name a system call, and are ours; all others are the archive's. */
function damaged(error: unknown): never {
  if (error instanceof UnreadableFile || !(error instanceof Error) || 'syscall' in error)
    throw error;
  throw malformed('a whole XLSX file', error.message);
}
