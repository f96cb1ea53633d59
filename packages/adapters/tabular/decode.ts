import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { UnreadableFile } from '#usecases/ports';
import { blocks } from './blocks.ts';

/** Enough text to tell UTF-8 from GB18030. */
export const SNIFF_BYTES = 64 * 1024;

const encodings = ['utf-8', 'gb18030'] as const;
type Encoding = (typeof encodings)[number];
const ENCODINGS = 'UTF-8 or GB18030 throughout';

/**
 * Bytes → text without byte order mark, in blocks of SNIFF_BYTES or more. The encoding is decided on the
 * first block that is not all ASCII and holds to the end. Throws encoding_unknown, with the line.
 */
export async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: { readonly encoding: Encoding; readonly decode: TextDecoder } | undefined;
  let line = 1;
  for await (const block of blocks(bytes, SNIFF_BYTES)) {
    if (block.includes(0)) throw broken('a file without NUL bytes, hence no UTF-16', line);
    if (!decoder && !isAscii(block)) decoder = decoderFor(block);
    const text = decoder ? decodeBlock(decoder, block, line) : asciiText(block);
    line += breaksIn(block);
    yield text;
  }
  if (decoder) decodeBlock(decoder, undefined, line);
}

const asciiText = (block: Uint8Array) =>
  Buffer.from(block.buffer, block.byteOffset, block.byteLength).toString('latin1');

function decoderFor(block: Uint8Array) {
  const encoding = encodings.find((one) => isIn(one, block));
  if (!encoding) throw broken(ENCODINGS);
  return { encoding, decode: new TextDecoder(encoding, { fatal: true }) };
}

/** A character may be cut off by the end of the block, hence `stream`. */
function isIn(encoding: Encoding, block: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(block, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function decodeBlock(
  { encoding, decode }: { readonly encoding: Encoding; readonly decode: TextDecoder },
  block: Uint8Array | undefined,
  line: number,
): string {
  try {
    return block ? decode.decode(block, { stream: true }) : decode.decode();
  } catch {
    const lenient = new TextDecoder(encoding).decode(block);
    const good = lenient.slice(0, Math.max(lenient.indexOf('\ufffd'), 0));
    throw broken(ENCODINGS, line + linesIn(good), encoding);
  }
}

const LINE_FEED = 0x0a;

/** Told from the bytes, which is faster: in both encodings a line feed is never part of another character. */
function breaksIn({ buffer, byteOffset, byteLength }: Uint8Array): number {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1))
    count += 1;
  return count;
}

function linesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

const broken = (expected: string, line?: number, encoding?: Encoding) =>
  new UnreadableFile({
    code: 'encoding_unknown',
    expected,
    ...(line !== undefined && {
      actual: `${encoding ? `broken ${encoding}` : 'broken'} about line ${line}`,
    }),
  });
