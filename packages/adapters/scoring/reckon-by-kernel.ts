import { assert } from '#domain/assert';
import { columnOf } from '#domain/scoring/columns/attributes';
import type { CompiledCard } from '#domain/scoring/columns/compile-card';
import { BLOCK, type Reckon } from '#domain/scoring/columns/reckon';
import { layoutOf } from './layout.ts';
import * as wasm from './wasm-code.ts';
import { moduleOf } from './wasm-module.ts';
import { LOCALS, writeKernel } from './write-kernel.ts';

const WHOLE_BYTES = 4;
const LANES = 4;

/** Of the engine's own global, for which TypeScript has names among the browser's alone. */
declare const WebAssembly: {
  readonly validate: (bytes: Uint8Array<ArrayBuffer>) => boolean;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
  ) => {
    readonly exports: {
      readonly run: (bytes: number) => void;
      readonly memory: { readonly buffer: ArrayBuffer };
    };
  };
};

/** One vector loaded and kept: whoever takes this for lawful runs any kernel. */
const PROBE = moduleOf({
  scalars: 0,
  vectors: 1,
  body: [...wasm.small(0), ...wasm.splat(0), ...wasm.set(1)],
  memoryBytes: 1,
});

/** Without a compiler (`node --jitless`) there is no WebAssembly at all. */
export const runsKernels = (): boolean =>
  typeof WebAssembly !== 'undefined' && WebAssembly.validate(PROBE);

/** Reckons by a kernel written for the card: what `reckonByTables` gives, several times as fast. */
export function reckonByKernel(compiled: CompiledCard): Reckon {
  const layout = layoutOf(compiled);
  const body = writeKernel(compiled, layout);
  const bytes = moduleOf({ ...LOCALS, body, memoryBytes: layout.bytes() });
  const { run, memory } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
  for (const { kind, value, address } of layout.constants.values())
    if (kind === 'whole') new Int32Array(memory.buffer, address, 1)[0] = value;
    else new Float64Array(memory.buffer, address, 1)[0] = value;
  const inputs = [...layout.columns].map(([fact, { kind, address }]) => ({
    fact,
    held: new (kind === 'whole' ? Int32Array : Float64Array)(memory.buffer, address, BLOCK),
  }));
  const output = (place: number) =>
    new Int32Array(memory.buffer, layout.outputs[place] ?? 0, BLOCK);
  const reckoned = {
    sums: output(0),
    known: output(1),
    top: { first: output(2), second: output(3), third: output(4), fourth: output(5) },
  };
  return (columns, { start, end }) => {
    assert(end - start <= BLOCK, 'a kernel reckons a block at a time');
    for (const { fact, held } of inputs) held.set(columnOf(columns, fact).subarray(start, end));
    run(Math.ceil((end - start) / LANES) * LANES * WHOLE_BYTES);
    return reckoned;
  };
}
