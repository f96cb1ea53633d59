import { expect, test } from 'vitest';
import { join } from '#platform/join';
import { memoryStore } from '#test/support/memory-store';
import { deliver, done, FIRM, OFFICE, OTHER_FIRM, slicePorts } from '#test/support/slice';
import type { Commit } from '#usecases/ports';

const STRANGER = '91320508MA0000082Y' as typeof FIRM;

async function aCity() {
  const store = memoryStore();
  const commits: Commit[] = [];
  const watched = {
    ...store,
    commit: (commit: Commit) => {
      commits.push(commit);
      return store.commit(commit);
    },
  };
  const platform = join(slicePorts(watched));
  await deliver(platform, 'enterprise-registration', [
    {
      code: FIRM,
      name: '苏州禾木精密制造有限公司',
      established_on: '2012-05-08',
      industry: 'C3484',
    },
    { code: OTHER_FIRM, name: '苏州清远贸易有限公司', established_on: '2025-11-03' },
  ]);
  const scoresWritten = async (work: () => Promise<unknown>) => {
    commits.length = 0;
    await work();
    return commits.flatMap(({ changes }) => changes.filter(({ kind }) => kind === 'score')).length;
  };
  return { store, platform, scoresWritten };
}

test('a score that has seen everything is not written again', async () => {
  const { platform, scoresWritten } = await aCity();
  const both = () => done(platform.scoreEnterprises(OFFICE, [FIRM, OTHER_FIRM]));
  expect(await scoresWritten(both)).toBe(2);
  expect(await scoresWritten(both)).toBe(0);
  expect(await scoresWritten(() => done(platform.scoreEnterprise(OFFICE, { code: FIRM })))).toBe(0);
});

test('a new record of a firm makes its score stale, and no other', async () => {
  const { platform, scoresWritten } = await aCity();
  const both = () => done(platform.scoreEnterprises(OFFICE, [FIRM, OTHER_FIRM]));
  await both();
  await deliver(
    platform,
    'enterprise-registration',
    [
      {
        code: FIRM,
        name: '苏州禾木精密制造有限公司',
        established_on: '2012-05-08',
        status: 'revoked',
      },
    ],
    'batch_correction',
  );
  expect(await scoresWritten(both)).toBe(1);
});

test('a catalogue that the city begins to collect makes every score stale: silence means something now', async () => {
  const { store, platform, scoresWritten } = await aCity();
  const both = () => done(platform.scoreEnterprises(OFFICE, [FIRM, OTHER_FIRM]));
  await both();
  const before = (await store.get('score', FIRM))?.value;
  await done(
    platform.openBatch(OFFICE, {
      id: 'batch_penalties',
      catalogue: 'administrative-penalty',
      supplier: 'supplier_city',
    }),
  );
  expect(store.events.some(({ type }) => type === 'city_rescoring')).toBe(true);
  expect(await scoresWritten(both)).toBe(2);
  const after = (await store.get('score', FIRM))?.value;
  expect(before?.facts.penalties_serious_36m).toBeUndefined();
  expect(after?.facts.penalties_serious_36m).toBe(0);
  expect(after?.coverage).toBeGreaterThan(before?.coverage ?? 0);
});

test('a firm that nobody has registered is passed over among others and refused by itself', async () => {
  const { platform } = await aCity();
  expect(await done(platform.scoreEnterprises(OFFICE, [FIRM, STRANGER]))).toEqual({ scored: 1 });
  expect(await platform.scoreEnterprise(OFFICE, { code: STRANGER })).toMatchObject({
    ok: false,
    refusal: { code: 'enterprise_unknown' },
  });
});

test('a record that came before its firm counts from the day on which the firm is registered', async () => {
  const { store, platform } = await aCity();
  const { batch } = await deliver(platform, 'dishonest-debtor', [
    {
      code: STRANGER,
      case_number: '(2025)苏0508执1号',
      court: '姑苏区人民法院',
      listed_on: '2025-06-01',
    },
  ]);
  expect(batch.counts).toMatchObject({ unlinked: 1, accepted: 0 });
  await deliver(
    platform,
    'enterprise-registration',
    [{ code: STRANGER, name: '苏州后来有限公司', established_on: '2019-01-02' }],
    'batch_late',
  );
  await done(platform.scoreEnterprise(OFFICE, { code: STRANGER }));
  expect((await store.get('score', STRANGER))?.value.vetoes).toContain('dishonest_debtor_in_force');
});

test('scored by two at once, a firm has one score and both are told', async () => {
  const { platform, store } = await aCity();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => done(platform.scoreEnterprises(OFFICE, [FIRM, OTHER_FIRM]))),
  );
  expect(answers).toHaveLength(5);
  expect((await store.get('score', FIRM))?.version).toBe(1);
});
