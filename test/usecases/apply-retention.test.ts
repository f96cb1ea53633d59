import { beforeEach, expect, test } from 'vitest';
import type { Notice } from '#domain/notice/notice';
import { isSealed } from '#domain/personal/sealed';
import { SYSTEM } from '#domain/principal';
import { type BusinessDate, date } from '#domain/time';
import { join } from '#platform/join';
import { anIdentity } from '#test/support/an-identity';
import { CODE, instant } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { anOfficer } from '#test/support/principals';
import { done } from '#test/support/slice';
import type { Store } from '#usecases/ports';

const aNotice = (id: string, on: string): Notice => ({
  id: `notice_${id}`,
  to: { kind: 'firm', organisation: CODE },
  kind: 'list_hit',
  code: CODE,
  createdAt: instant(`${on}T04:00:00.000Z`),
});

let memory: ReturnType<typeof memoryPorts>;
let today: BusinessDate;
beforeEach(() => {
  memory = memoryPorts();
  today = date('2026-03-02');
});

const platformOver = (store: Store = memory.store) =>
  join({ ...memory.ports, store, today: () => today });
const apply = async (store?: Store) => done(platformOver(store).applyRetention(SYSTEM, {}));
const keep = (...notices: readonly Notice[]) =>
  memory.store.commit({
    changes: notices.map((value) => ({ kind: 'notice', value, expected: 0 })),
    events: [],
  });
const has = async (id: string) => (await memory.store.get('notice', `notice_${id}`)) !== undefined;
const ofRule = ({ rules }: Awaited<ReturnType<typeof apply>>, rule: string) =>
  rules.find((one) => one.rule === rule);

test('what is due is gone, what is not stays, and the report says both', async () => {
  await keep(
    aNotice('old', '2024-03-01'),
    aNotice('due', '2024-03-02'),
    aNotice('young', '2024-03-03'),
  );
  const report = await apply();
  expect([await has('old'), await has('due'), await has('young')]).toEqual([false, false, true]);
  expect(report).toMatchObject({ day: '2026-03-02', finished: true });
  expect(ofRule(report, 'notices')).toEqual({
    rule: 'notices',
    looked: 2,
    deleted: 2,
    erased: 0,
    nextDue: '2026-03-03',
  });
  expect(memory.store.events.at(-1)).toMatchObject({ type: 'retention_applied', deleted: 2 });
});

test('a second run the same day finds nothing, and the report of the day stays', async () => {
  await keep(aNotice('old', '2024-01-01'));
  const first = await apply();
  expect(ofRule(await apply(), 'notices')).toEqual(ofRule(first, 'notices'));
});

test('a run that was cut off has reported what it did, and the next one goes on', async () => {
  await keep(...Array.from({ length: 80 }, (_, index) => aNotice(`n${index}`, '2024-01-01')));
  let commits = 0;
  const dying: Store = {
    ...memory.store,
    commit: async (commit) => {
      if ((commit.removals?.length ?? 0) > 0 && ++commits > 1) throw new Error('cut off');
      return memory.store.commit(commit);
    },
  };
  await expect(apply(dying)).rejects.toThrow('cut off');
  const cut = await memory.store.get('retentionReport', today);
  expect(cut?.value).toMatchObject({ finished: false });
  expect(cut && ofRule(cut.value, 'notices')?.deleted).toBe(50);
  expect(ofRule(await apply(), 'notices')?.deleted).toBe(80);
});

test('a run without time does nothing, and says that it is not finished', async () => {
  await keep(aNotice('old', '2024-01-01'));
  const report = await done(
    platformOver().applyRetention(SYSTEM, { stopAt: instant('2026-01-01T00:00:00.000Z') }),
  );
  expect([report.finished, await has('old')]).toEqual([false, true]);
});

test('what somebody changes at the very moment is left, the rest is not', async () => {
  await keep(aNotice('a', '2024-01-01'), aNotice('b', '2024-01-01'));
  const racing: Store = {
    ...memory.store,
    commit: async (commit) =>
      commit.removals?.some(({ id }) => id === 'notice_a')
        ? 'conflict'
        : memory.store.commit(commit),
  };
  const report = await apply(racing);
  expect([await has('a'), await has('b')]).toEqual([true, false]);
  expect(ofRule(report, 'notices')?.deleted).toBe(1);
});

test('numbers are erased half a year after an identity has ended, the rest goes after three years', async () => {
  await memory.store.commit({
    changes: [
      { kind: 'identity', value: anIdentity({ validUntil: date('2026-03-01') }), expected: 0 },
    ],
    events: [],
  });
  const kept = async () => (await memory.store.get('identity', `${CODE}/wang`))?.value;
  const sealed = async () => {
    const identity = await kept();
    return identity && [identity.idNumber, identity.phone].some((one) => one && isSealed(one));
  };
  today = date('2026-09-01');
  await apply();
  expect(await sealed()).toBe(true);
  today = date('2026-09-02');
  expect(ofRule(await apply(), 'identity_numbers')).toMatchObject({ erased: 1, deleted: 0 });
  expect(await sealed()).toBe(false);
  expect((await kept())?.idNumber.masked).toContain('****');
  today = date('2029-03-01');
  expect(ofRule(await apply(), 'identities')).toMatchObject({ nextDue: '2029-03-02' });
  today = date('2029-03-02');
  expect(ofRule(await apply(), 'identities')).toMatchObject({ deleted: 1 });
  expect(await kept()).toBeUndefined();
});

test('reports are listed newest first, and go themselves in the end', async () => {
  await apply();
  today = date('2026-03-03');
  await apply();
  const { items } = await done(
    platformOver().listRetention(anOfficer('office.auditor'), { limit: 10 }),
  );
  expect(items.map(({ day }) => day)).toEqual(['2026-03-03', '2026-03-02']);
  today = date('2031-03-02');
  expect(ofRule(await apply(), 'retention_reports')).toMatchObject({ deleted: 1 });
});
