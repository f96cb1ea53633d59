import { expect, test } from 'vitest';
import { digest } from '#adapters/system/digest';
import { NO_HASH } from '#domain/audit/audit-entry';
import { whyNotEntry } from '#domain/audit/check-entry';
import type { UnifiedCode } from '#domain/ids';
import { SYSTEM } from '#domain/principal';
import { consider } from '#domain/whitelist/consider';
import { anEnterprise, aProduct, aRule, TODAY } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { announce } from '#usecases/announce';
import { auditing, digestBy } from '#usecases/auditing';
import type { Commit } from '#usecases/ports';

const MOVED = {
  type: 'product_moved',
  product: aProduct().id,
  version: 1,
  bank: 'bank_gusu',
  move: 'publish',
  status: 'listed',
} as const;

const aCommit = (ports: Parameters<typeof announce>[0], told: Partial<Commit> = {}): Commit => ({
  changes: [{ kind: 'product', value: aProduct(), expected: 0 }],
  events: [announce(ports, SYSTEM, MOVED)],
  ...told,
});

test('a decision and its entry are one commit; what is not audited leaves none', async () => {
  const { ports, store } = memoryPorts();
  const audited = auditing(ports);
  expect(await audited.commit(aCommit(ports))).toBe('committed');
  const stream = `product/${aProduct().id}` as const;
  const { items } = await store.list('auditOf', stream, { limit: 9 });
  expect(items.map(({ value }) => value)).toMatchObject([
    {
      stream,
      seq: 1,
      previous: NO_HASH,
      by: SYSTEM,
      happenings: [{ type: 'product_moved', content: { product: aProduct().id } }],
      changes: [{ kind: 'product', id: aProduct().id, version: 1 }],
    },
  ]);
  const enterprise = { kind: 'enterprise', value: anEnterprise(), expected: 0 } as const;
  await audited.commit({ changes: [enterprise], events: [] });
  expect((await store.list('auditStreams', 'all', { limit: 9 })).items).toHaveLength(1);
});

test('a decision that comes too late is told so, and leaves no entry', async () => {
  const { ports, store } = memoryPorts();
  const audited = auditing(ports);
  await audited.commit(aCommit(ports));
  expect(await audited.commit(aCommit(ports))).toBe('conflict');
  expect(
    (await store.list('auditOf', `product/${aProduct().id}`, { limit: 9 })).items,
  ).toHaveLength(1);
});

test('what is audited without saying who did it is our own mistake', async () => {
  const { ports } = memoryPorts();
  const audited = auditing(ports);
  await expect(audited.commit(aCommit(ports, { events: [] }))).rejects.toThrow('Broken promise');
  expect(await audited.commit(aCommit(ports, { events: [], by: SYSTEM }))).toBe('committed');
});

test('of hundreds that append to sixteen streams at once each gets its turn, and no stream has a gap', async () => {
  const { ports, store } = memoryPorts();
  const audited = auditing(ports);
  const aListing = (index: number) =>
    consider({
      rule: aRule(),
      enterprise: anEnterprise({
        code: `9132050000${String(index).padStart(8, '0')}` as UnifiedCode,
      }),
      score: undefined,
      asOf: TODAY,
      whitelist: 'whitelist_one',
    });
  const answers = await Promise.all(
    Array.from({ length: 600 }, (_, index) =>
      audited.commit({
        changes: [{ kind: 'listing', value: aListing(index), expected: 0 }],
        events: [],
        by: SYSTEM,
      }),
    ),
  );
  expect(new Set(answers)).toEqual(new Set(['committed']));
  const firsts = (await store.list('auditStreams', 'all', { limit: 500 })).items;
  expect(firsts).toHaveLength(16);
  let entries = 0;
  for (const { value } of firsts) {
    const { items } = await store.list('auditOf', value.stream, { limit: 500 });
    const chain = items.map((item) => item.value);
    expect(chain.map(({ seq }) => seq)).toEqual(chain.map((_, at) => at + 1));
    expect(chain.map((entry, at) => whyNotEntry(entry, chain[at - 1], digestBy(digest)))).toEqual(
      chain.map(() => undefined),
    );
    entries += chain.length;
  }
  expect(entries).toBe(600);
});
