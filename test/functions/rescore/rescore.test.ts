import { expect, test, vi } from 'vitest';
import { handler } from '#functions/rescore/index';
import { join } from '#platform/join';
import type { Platform } from '#platform/platform';
import { anEnterprise, CODE } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { context } from '../queues/a-queue.ts';

/** What the function finds behind it; each test has a world of its own. */
const world = vi.hoisted((): { platform?: Platform } => ({}));
vi.mock('#functions/runtime/platform', () => ({
  get platform() {
    return world.platform;
  },
}));

const step = (event: unknown, remainingMs = 900_000) => handler(event, context(remainingMs));

async function aWorld() {
  const { ports, store } = memoryPorts();
  await store.commit({
    changes: [{ kind: 'enterprise', value: anEnterprise(), expected: 0 }],
    events: [],
  });
  world.platform = join(ports);
  return store;
}

test('the city is planned, and a range of it scored; both may be repeated', async () => {
  const store = await aWorld();
  const range = { after: '', until: '' };
  for (const _ of ['once', 'again']) {
    expect(await step({ step: 'plan' })).toEqual({ ranges: [range] });
    expect(await step({ step: 'range', ...range })).toEqual({
      after: CODE,
      until: '',
      finished: true,
    });
  }
  expect((await store.get('score', CODE))?.version).toBe(1);
});

test.each([
  ['a step that nobody knows', { step: 'finish' }],
  ['a range without its end', { step: 'range', after: '' }],
])('%s is the machine’s fault and throws', async (_, event) => {
  await aWorld();
  await expect(step(event)).rejects.toThrow();
});

test('a refusal is thrown under its code, so that the machine tries again', async () => {
  await aWorld();
  world.platform = {
    ...Object(world.platform),
    rescoreRange: async () => ({ ok: false, refusal: { code: 'busy' } }),
  };
  await expect(step({ step: 'range', after: '', until: '' })).rejects.toMatchObject({
    name: 'busy',
  });
});
