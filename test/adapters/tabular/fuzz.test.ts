import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adversaries } from '../../fuzz/adversaries.ts';
import { chanceOf } from '../../fuzz/chance.ts';
import { fileOf } from '../../fuzz/file-of.ts';
import { readToEnd } from '../../fuzz/read-to-end.ts';
import { samples } from '../../fuzz/samples.ts';
import { temporaryRoom } from './temporary-room.ts';

const { leftOver } = temporaryRoom();

/** As many as a run of the suite can wait for; `node test/fuzz/reader.ts` reads as many as one likes. */
const RUNS = 100;
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

test('every sample is whole', async () => {
  const endings = await Promise.all(samples.map((file) => readToEnd(file)));
  expect(new Set(endings)).toEqual(new Set(['rows']));
});

test.each(Object.entries(adversaries))('%s: read or refused', async (_, make) => {
  for (let seed = 0; seed < 2; seed += 1) await readToEnd(make(chanceOf(seed)));
  expect(leftOver()).toEqual([]);
});

test('whatever is delivered, the reading of it ends, in rows or in a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      await readToEnd(fileOf(chanceOf(seed)));
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(leftOver()).toEqual([]);
});
