import { expect, test } from 'vitest';
import { accept, refuse } from '#domain/refusal';
import { join } from '#platform/join';
import { type Swept, sweep, sweepSteps, wentWell } from '#platform/sweep';
import { memoryPorts } from '#test/support/memory-ports';

const platform = join(memoryPorts().ports);

async function all(steps: typeof sweepSteps): Promise<readonly Swept[]> {
  const swept: Swept[] = [];
  for await (const one of sweep(platform, { steps })) swept.push(one);
  return swept;
}

test('a step that fails or is refused keeps none of the others from its work', async () => {
  const swept = await all([
    { name: 'broken', work: () => Promise.reject(new Error('gone')) },
    { name: 'refused', work: async () => refuse('busy') },
    { name: 'done', work: async () => accept({ expired: 2 }) },
  ]);
  expect(swept.map((one) => [one.step, wentWell(one)])).toEqual([
    ['broken', false],
    ['refused', false],
    ['done', true],
  ]);
});

test('every step goes well on an empty platform, and as well a second time', async () => {
  expect(sweepSteps.length).toBeGreaterThan(0);
  for (const one of [...(await all(sweepSteps)), ...(await all(sweepSteps))])
    expect(wentWell(one), `${one.step}: ${JSON.stringify(one.outcome)}`).toBe(true);
});
