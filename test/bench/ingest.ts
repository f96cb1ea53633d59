import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './figure.ts';
import { memoryPeak } from './ingest/memory.ts';
import { parseAndValidate } from './ingest/parse-and-validate.ts';
import { storing } from './ingest/storing.ts';

const whole = {
  parse: { rows: 1_000_000, rounds: 3 },
  memory: 10_000_000,
  store: 20_000,
};
const small = {
  parse: { rows: 200_000, rounds: 3 },
  memory: 500_000,
  store: 2_000,
};

/** Shared data on its way in: read and checked, beside two pairs of libraries; its memory; its way into the store. */
export async function* benchIngest({ quick }: { readonly quick: boolean }): AsyncGenerator<Figure> {
  const sizes = quick ? small : whole;
  const folder = await mkdtemp(join(tmpdir(), 'bench-ingest-'));
  try {
    yield* parseAndValidate(join(folder, 'penalties.csv'), sizes.parse);
    yield* memoryPeak(sizes.memory);
    yield* storing(folder, sizes.store);
  } finally {
    await rm(folder, { recursive: true });
  }
}
