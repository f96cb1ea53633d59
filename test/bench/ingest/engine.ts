import { createReadStream } from 'node:fs';
import type { Content } from '#domain/credit/record';

export type Tally = {
  readonly accepted: number;
  readonly warned: number;
  readonly refused: number;
};

/** Told of every row, of accepted ones in the order of the file; for comparing answers, not for timing. */
export type Witness = {
  /** The subject's code and the content, as kept. */
  readonly accepted: (code: string, content: Content) => void;
  /** The fields at fault; none where the row has too few or too many cells. */
  readonly refused: (fields: readonly string[]) => void;
};

/** Reads a table of `penalties` from the bytes of its file to rows checked and values ready to be kept. */
export type Engine = {
  readonly name: string;
  readonly read: (path: string, witness?: Witness) => Promise<Tally>;
};

/** The file as `xyd ingest` opens it. */
export const bytesOf = (path: string): AsyncIterable<Uint8Array> =>
  createReadStream(path, { highWaterMark: 1 << 16 });
