import { type Code, unsigned } from './wasm-code.ts';

const I32 = 0x7f;
const V128 = 0x7b;
const PAGE_BYTES = 2 ** 16;

/** A module of one function `run(i32)` over one memory `memory`; WebAssembly Core 2.0, section 5.5. */
export function moduleOf(terms: {
  /** Locals behind the argument, whole numbers first. */
  readonly scalars: number;
  readonly vectors: number;
  readonly body: Code;
  readonly memoryBytes: number;
}): Uint8Array<ArrayBuffer> {
  const { scalars, vectors, body, memoryBytes } = terms;
  const locals = [2, ...unsigned(scalars), I32, ...unsigned(vectors), V128];
  const pages = Math.ceil(memoryBytes / PAGE_BYTES);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, I32, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, ...unsigned(pages)]),
    ...section(7, [2, ...name('run'), 0, 0, ...name('memory'), 2, 0]),
    ...section(10, [1, ...sized([...locals, ...body, 0x0b])]),
  ]);
}

const sized = (bytes: Code): Code => [...unsigned(bytes.length), ...bytes];
const section = (id: number, bytes: Code): Code => [id, ...sized(bytes)];
const name = (text: string): Code => sized([...Buffer.from(text)]);
