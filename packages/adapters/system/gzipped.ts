import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';

/** NDJSON, packed as it comes: never the whole text in memory. */
export const gzipped = (lines: AsyncIterable<string>): Promise<Buffer> =>
  buffer(Readable.from(ended(lines)).pipe(createGzip()));

async function* ended(lines: AsyncIterable<string>) {
  for await (const line of lines) yield `${line}\n`;
}
