import { expect, test } from 'vitest';
import { SYSTEM } from '#domain/principal';
import type { Instant } from '#domain/time';
import { join } from '#platform/join';
import { productTerms } from '#test/support/builders';
import { memoryArchive } from '#test/support/memory-archive';
import { memoryPorts } from '#test/support/memory-ports';
import { anOfficer } from '#test/support/principals';
import { done, OFFICE } from '#test/support/slice';
import type { Ports } from '#usecases/ports';

const AUDITOR = anOfficer('office.auditor');

/** A platform whose clock one sets, with a product changed on each of some days. */
async function onDays(...days: readonly string[]) {
  const { ports: made, store } = memoryPorts();
  const archive = memoryArchive();
  const clock = { now: '' };
  const ports: Ports = { ...made, archive, now: () => clock.now as Instant };
  const platform = join(ports);
  for (const day of days) {
    clock.now = `${day}T04:00:00.000Z`;
    await done(platform.putProduct(OFFICE, { product: productTerms({ name: `产品 ${day}` }) }));
  }
  return { platform, archive, clock, store, ports };
}

test('every day that is over is sealed and archived once, a day without entries too', async () => {
  const { platform, archive, clock } = await onDays('2026-02-27', '2026-03-01', '2026-03-02');
  clock.now = '2026-03-02T16:30:00.000Z';
  expect(await done(platform.checkpointAudit(SYSTEM, {}))).toEqual({ sealed: 3, finished: true });
  expect(await done(platform.checkpointAudit(SYSTEM, {}))).toEqual({ sealed: 0, finished: true });
  clock.now = '2026-03-02T17:00:00.000Z';
  expect(await done(platform.checkpointAudit(SYSTEM, {}))).toEqual({ sealed: 1, finished: true });
  expect([...archive.days].map(([key, lines]) => [key, lines.length])).toEqual([
    ['audit/2026/2026-02-27.ndjson.gz', 2],
    ['audit/2026/2026-02-28.ndjson.gz', 1],
    ['audit/2026/2026-03-01.ndjson.gz', 2],
    ['audit/2026/2026-03-02.ndjson.gz', 2],
  ]);
  expect(await done(platform.verifyAudit(AUDITOR, {}))).toEqual({
    entries: 3,
    streams: 1,
    checkpoints: 4,
    sealedUntil: '2026-03-02',
    unsealed: 0,
    complete: true,
  });
});

test('where nothing was ever audited nothing is sealed', async () => {
  const { platform, clock } = await onDays();
  clock.now = '2026-03-02T17:00:00.000Z';
  expect(await done(platform.checkpointAudit(SYSTEM, {}))).toEqual({ sealed: 0, finished: true });
});

test('it ends when the time is over and goes on where it ended', async () => {
  const { platform, clock } = await onDays('2026-02-27');
  clock.now = '2026-03-02T17:00:00.000Z';
  const stopAt = clock.now as Instant;
  expect(await done(platform.checkpointAudit(SYSTEM, { stopAt }))).toEqual({
    sealed: 0,
    finished: false,
  });
  expect(await done(platform.checkpointAudit(SYSTEM, {}))).toEqual({ sealed: 4, finished: true });
});

test('two that seal at the same moment seal once; one that fails between archive and store is made good', async () => {
  const { platform, clock, ports, store } = await onDays('2026-02-27', '2026-02-28');
  clock.now = '2026-03-02T17:00:00.000Z';
  const failing = join({
    ...ports,
    store: { ...store, commit: () => Promise.reject(new Error('gone')) },
  });
  await expect(failing.checkpointAudit(SYSTEM, {})).rejects.toThrow('gone');
  await Promise.all([platform.checkpointAudit(SYSTEM, {}), platform.checkpointAudit(SYSTEM, {})]);
  expect(await done(platform.verifyAudit(AUDITOR, {}))).toMatchObject({
    checkpoints: 4,
    complete: true,
  });
});

test('nothing is sealed over an entry that was altered', async () => {
  const { platform, clock, store } = await onDays('2026-02-27');
  const [first] = (await store.list('auditStreams', 'all', { limit: 1 })).items;
  expect(first).toBeDefined();
  if (first)
    await store.commit({
      changes: [{ kind: 'auditEntry', value: { ...first.value, by: SYSTEM }, expected: 1 }],
      events: [],
    });
  clock.now = '2026-03-02T17:00:00.000Z';
  expect(await platform.checkpointAudit(SYSTEM, {})).toMatchObject({
    ok: false,
    refusal: { code: 'audit_broken', field: `${first?.value.stream}/1` },
  });
});

test('an audit of which only so much is looked at is not called whole', async () => {
  const { platform } = await onDays('2026-02-27', '2026-02-28', '2026-03-01');
  // One stream with three entries, then four days of four shards.
  for (const [atMost, entries, complete] of [
    [3, 2, false],
    [4, 3, false],
    [19, 3, false],
    [20, 3, true],
  ] as const)
    expect(await done(platform.verifyAudit(AUDITOR, { atMost })), `${atMost}`).toMatchObject({
      entries,
      complete,
    });
});
