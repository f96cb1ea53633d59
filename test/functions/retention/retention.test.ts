import { beforeEach, expect, test, vi } from 'vitest';
import { date } from '#domain/time';
import { handler as retention } from '#functions/retention/index';
import { logger } from '#functions/runtime/logger';
import { join } from '#platform/join';
import type { Platform } from '#platform/platform';
import { anIdentity } from '#test/support/an-identity';
import { CODE, instant, NOW, TODAY } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { context } from '../queues/a-queue.ts';

/** What the function finds behind it; each test has a world of its own. */
const world = vi.hoisted((): { platform?: Platform } => ({}));
vi.mock('#functions/runtime/platform', () => ({
  get platform() {
    return world.platform;
  },
}));

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(logger, level).mockImplementation(() => {});
});

/** What a schedule tells: nothing of ours. */
const struck = (remainingMs = 60_000) =>
  retention(
    {
      version: '0',
      id: 'one',
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: '',
      time: '',
      region: '',
      resources: [],
      detail: {},
    },
    context(remainingMs),
  );

async function aWorld(now = NOW) {
  const { ports, store } = memoryPorts();
  const value = anIdentity({ validUntil: date('2025-08-31') });
  await store.commit({ changes: [{ kind: 'identity', value, expected: 0 }], events: [] });
  world.platform = join({ ...ports, now: () => now });
  return store;
}

test('the day says that identities have expired, and erases what is due, in one call', async () => {
  const store = await aWorld();
  expect(await struck()).toMatchObject({ finished: true });
  expect(await struck()).toMatchObject({ finished: true });
  const kept = await store.get('identity', `${CODE}/wang`);
  expect(kept?.value).toMatchObject({ status: 'expired' });
  expect(kept?.value.idNumber).not.toHaveProperty('cipher');
  expect((await store.get('retentionReport', TODAY))?.value.finished).toBe(true);
});

test('a call without time left ends, and leaves the rest for the next day', async () => {
  const store = await aWorld(instant('2999-01-01T00:00:00.000Z'));
  expect(await struck(0)).toMatchObject({ finished: false });
  expect((await store.get('identity', `${CODE}/wang`))?.value.status).toBe('expired');
});

test('a run that fails is thrown, so that the alarm rings', async () => {
  const { ports } = memoryPorts();
  world.platform = join({
    ...ports,
    store: {
      ...ports.store,
      list: async () => {
        throw new Error('the table is away');
      },
    },
  });
  await expect(struck()).rejects.toThrow('the table is away');
});
