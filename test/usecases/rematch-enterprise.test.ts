import { expect, test } from 'vitest';
import type { NeedId } from '#domain/ids';
import { join } from '#platform/join';
import { aNeed, anEnterprise, CODE } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { OFFICE } from '#test/support/slice';
import type { Store } from '#usecases/ports';

/** One firm with three open needs; `lost` says which of their matchings somebody else always writes first. */
async function aFirm(lost: (need: NeedId) => boolean) {
  const { ports, store } = memoryPorts();
  const needs = ['need_a', 'need_b', 'need_c'] as const;
  await store.commit({
    changes: [
      { kind: 'enterprise', value: anEnterprise(), expected: 0 },
      ...needs.map((id) => ({ kind: 'need' as const, value: aNeed({ id }), expected: 0 })),
    ],
    events: [],
  });
  const commit: Store['commit'] = async (written) =>
    written.changes.some((change) => change.kind === 'matching' && lost(change.value.need))
      ? 'conflict'
      : store.commit(written);
  return { platform: join({ ...ports, store: { ...store, commit } }), store };
}

test('a need that others hold up is told, and does not keep the next from its matching', async () => {
  const { platform, store } = await aFirm((need) => need === 'need_b');
  const answer = await platform.rematchEnterprise(OFFICE, CODE);
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'busy' } });
  const kept = await store.getMany('matching', ['need_a', 'need_b', 'need_c']);
  expect(kept.map((one) => one !== undefined)).toEqual([true, false, true]);
});

test('a need withdrawn while its neighbours are matched is passed over', async () => {
  const { ports, store } = memoryPorts();
  await store.commit({
    changes: [
      { kind: 'enterprise', value: anEnterprise(), expected: 0 },
      { kind: 'need', value: aNeed({ id: 'need_a' }), expected: 0 },
      { kind: 'need', value: aNeed({ id: 'need_b' }), expected: 0 },
    ],
    events: [],
  });
  const whole = join(ports);
  const commit: Store['commit'] = async (written) => {
    const [first] = written.changes;
    if (first?.kind === 'matching')
      await whole.withdrawNeed(OFFICE, first.value.need === 'need_a' ? 'need_b' : 'need_a');
    return store.commit(written);
  };
  const platform = join({ ...ports, store: { ...store, commit } });
  expect(await platform.rematchEnterprise(OFFICE, CODE)).toEqual({ ok: true, value: 1 });
});
