import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnreadableFile } from '#usecases/ports';
import { blocks } from './blocks.ts';
import { malformed } from './malformed.ts';
import { resume } from './resume.ts';

/** Of one file, unpacked. */
export const MAX_EXPANDED_BYTES = 4 * 1024 ** 3;
/** Tables shrink ten- to fiftyfold; what shrinks further than this was made to burst us. */
export const MAX_EXPANSION = 300;
/** The ratio means nothing before this many bytes have come out. */
export const EXPANSION_GRACE = 16 * 1024 ** 2;

const GZIP = [0x1f, 0x8b];
const foreign = [
  {
    magic: [0xd0, 0xcf, 0x11, 0xe0],
    expected:
      'CSV, JSON or XLSX; this is an old Excel file, or one with a password: save it as XLSX without one',
  },
  { magic: [0x25, 0x50, 0x44, 0x46], expected: 'CSV, JSON or XLSX; this is a PDF' },
  { magic: GZIP, expected: 'a file gzipped once; this one is gzipped twice' },
];

export const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, place) => bytes[place] === byte);

/** Unpacks what is gzipped and turns away what is no table; every piece but the last has MAGIC_BYTES. Throws file_too_large, malformed_file, format_unknown. */
export async function* expand(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packed = { bytes: 0 };
  const pieces = blocks(counted(bytes, packed), MAGIC_BYTES);
  const first = await pieces.next();
  if (first.done) return;
  const whole = resume(first.value, pieces);
  const zipped = startsWith(first.value, GZIP);
  const plain = blocks(zipped ? unzip(whole, packed) : whole, MAGIC_BYTES);
  let length = 0;
  for await (const piece of plain) {
    if (length === 0) refuseForeign(piece);
    length += piece.length;
    if (length > MAX_EXPANDED_BYTES)
      throw new UnreadableFile({
        code: 'file_too_large',
        expected: `at most ${MAX_EXPANDED_BYTES} bytes unpacked`,
      });
    if (zipped && length > EXPANSION_GRACE && length > packed.bytes * MAX_EXPANSION)
      throw new UnreadableFile({
        code: 'file_too_large',
        expected: `a file that unpacks to at most ${MAX_EXPANSION} times its size`,
      });
    yield piece;
  }
}

/** Enough to tell every format by its first bytes. */
const MAGIC_BYTES = 4;

async function* counted(bytes: AsyncIterable<Uint8Array>, count: { bytes: number }) {
  for await (const piece of bytes) {
    count.bytes += piece.length;
    yield piece;
  }
}

async function* unzip(
  bytes: AsyncIterable<Uint8Array>,
  packed: { readonly bytes: number },
): AsyncGenerator<Uint8Array> {
  const source = Readable.from(bytes, { objectMode: false });
  let supplierFailed: unknown;
  source.once('error', (error) => {
    supplierFailed = error;
  });
  const gunzip = pipeline(source, createGunzip(), () => undefined);
  try {
    yield* gunzip;
    // Node takes a zero for the end of the file, and would pass over members behind it.
    if (gunzip.bytesWritten < packed.bytes) throw new Error('something follows its end');
  } catch (error) {
    if (supplierFailed !== undefined) throw supplierFailed;
    throw malformed('a whole gzip file', error instanceof Error ? error.message : String(error));
  }
}

function refuseForeign(start: Uint8Array): void {
  const found = foreign.find(({ magic }) => startsWith(start, magic));
  if (found) throw new UnreadableFile({ code: 'format_unknown', expected: found.expected });
}
