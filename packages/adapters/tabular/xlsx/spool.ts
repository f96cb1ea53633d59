import { close, open, write } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UnreadableFile } from '#usecases/ports';

/** Of a workbook as it is delivered, still packed: its directory is at the end, so it is kept whole, on disk. */
export const MAX_XLSX_BYTES = 100 * 1024 ** 2;

const openFile = promisify(open);
const closeFile = promisify(close);
const writeSome = promisify(write);

/**
 * The bytes as an open file that has no name any more: it is gone when the caller closes the descriptor, or
 * when the process ends, however it ends. Throws file_too_large.
 */
export async function spool(bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const file = await nameless();
  try {
    let length = 0;
    for await (const piece of bytes) {
      if (length + piece.length > MAX_XLSX_BYTES)
        throw new UnreadableFile({
          code: 'file_too_large',
          expected: `a workbook of at most ${MAX_XLSX_BYTES} bytes; send CSV instead`,
        });
      await writeWhole(file, piece, length);
      length += piece.length;
    }
    return file;
  } catch (error) {
    await closeFile(file);
    throw error;
  }
}

async function nameless(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'xyd-workbook-'));
  try {
    return await openFile(join(folder, 'delivered.xlsx'), 'wx+', 0o600);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeWhole(file: number, piece: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < piece.length; ) {
    const { bytesWritten } = await writeSome(file, piece, at, piece.length - at, position + at);
    at += bytesWritten;
  }
}
