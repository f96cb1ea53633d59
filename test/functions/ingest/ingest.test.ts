import { beforeEach, expect, test, vi } from 'vitest';
import { handler } from '#functions/ingest/index';
import { logger } from '#functions/runtime/logger';
import { join } from '#platform/join';
import type { Platform } from '#platform/platform';
import { anEnterprise, CODE } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { OPERATOR } from '#test/support/principals';
import { context } from '../queues/a-queue.ts';

/** What the function finds behind it; each test has a world of its own. */
const world = vi.hoisted((): { platform?: Platform } => ({}));
vi.mock('#functions/runtime/platform', () => ({
  get platform() {
    return world.platform;
  },
}));

const asker = OPERATOR;
const id = 'batch_a';
const KEY = `batches/${id}`;

async function aWorld(replaced: (platform: Platform) => Partial<Platform> = () => ({})) {
  const { ports, store, files } = memoryPorts();
  await store.commit({
    changes: [{ kind: 'enterprise', value: anEnterprise(), expected: 0 }],
    events: [],
  });
  const whole = join(ports);
  const platform = { ...whole, ...replaced(whole) };
  world.platform = platform;
  await platform.openBatch(asker, { id, catalogue: 'honour', supplier: 'supplier_office' });
  const row = { code: CODE, title: '专精特新', level: 'odd', granted_on: '2025-01-01' };
  files.set(id, Buffer.from(JSON.stringify(row)));
  return { platform, files };
}

const step = (event: unknown, remainingMs = 900_000) => handler(event, context(remainingMs));

beforeEach(() => {
  for (const level of ['warn', 'error'] as const)
    vi.spyOn(logger, level).mockImplementation(() => {});
});

test('a delivered file is taken in: planned, ingested part by part, ended', async () => {
  const { platform } = await aWorld((whole) => ({
    planBatch: (who, input) => whole.planBatch(who, { ...input, parts: 3 }),
  }));
  const parts = [0, 1, 2].map((part) => ({ batch: id, part, of: 3 }));
  expect(await step({ step: 'plan', key: KEY })).toEqual({ batch: id, parts });
  for (const part of parts)
    expect(await step({ step: 'part', ...part })).toEqual({ ...part, finished: true });
  expect(await step({ step: 'finish', batch: id })).toEqual({ batch: id, status: 'completed' });
  expect(await platform.readBatch(asker, id)).toMatchObject({
    value: { status: 'completed', counts: { delivered: 1 } },
  });
});

test('every step may be repeated', async () => {
  const { platform } = await aWorld();
  const steps = [
    { step: 'plan', key: KEY },
    { step: 'part', batch: id, part: 0, of: 1 },
    { step: 'finish', batch: id },
  ];
  for (const one of steps) expect(await step(one)).toEqual(await step(one));
  expect(await platform.readBatch(asker, id)).toMatchObject({
    value: { status: 'completed', counts: { delivered: 1 } },
  });
});

test('a part that is not finished in time says so', async () => {
  await aWorld(() => ({ ingestPart: async () => ({ ok: true, value: { finished: false } }) }));
  const part = { batch: id, part: 0, of: 1 };
  expect(await step({ step: 'part', ...part })).toEqual({ ...part, finished: false });
});

test('a part stops while there is still time to answer', async () => {
  const stops: number[] = [];
  await aWorld(() => ({
    ingestPart: async (_who, { stopAt }) => {
      stops.push(Date.parse(stopAt ?? '') - Date.now());
      return { ok: true, value: { finished: true } };
    },
  }));
  await step({ step: 'part', batch: id, part: 0, of: 1 });
  expect(stops.every((left) => left > 800_000 && left < 890_000)).toBe(true);
  expect(stops).toHaveLength(1);
});

test.each([
  'batches/',
  'batches/need_a',
  'batches/%',
  'batches/batch_a/../b',
  'batches/batch_unknown',
])('the object %s is no batch: it has no parts, and nobody is alarmed', async (key) => {
  await aWorld();
  expect(await step({ step: 'plan', key })).toEqual({ parts: [] });
});

test('a batch without its file has no parts', async () => {
  const { files } = await aWorld();
  files.delete(id);
  expect(await step({ step: 'plan', key: KEY })).toEqual({ parts: [] });
});

test('a batch that is over has no parts, and its end is repeated', async () => {
  await aWorld();
  await step({ step: 'plan', key: KEY });
  await step({ step: 'part', batch: id, part: 0, of: 1 });
  await step({ step: 'finish', batch: id });
  expect(await step({ step: 'plan', key: KEY })).toEqual({ batch: id, parts: [] });
  expect(await step({ step: 'finish', batch: id })).toEqual({ batch: id, status: 'completed' });
});

test.each([
  ['a batch that some part still works on cannot be ended', { step: 'finish', batch: id }, 'busy'],
  [
    'a part that was not planned cannot be ingested',
    { step: 'part', batch: id, part: 5, of: 6 },
    'not_found',
  ],
])('%s: the refusal is thrown, so that the machine tries again', async (_, event, code) => {
  await aWorld();
  await step({ step: 'plan', key: KEY });
  await expect(step(event)).rejects.toMatchObject({ name: code });
});

test.each([
  {},
  { step: 'moon_landing' },
  { step: 'plan' },
  { step: 'part', batch: id, part: -1, of: 1 },
  { step: 'part', batch: 'need_a', part: 0, of: 1 },
])('an event of another shape is thrown: %j', async (event) => {
  await aWorld();
  await expect(step(event)).rejects.toThrow();
});
