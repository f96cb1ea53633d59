import { expect, test } from 'vitest';
import { byTables } from '#domain/scoring/columns/firms-scorer';
import { join } from '#platform/join';
import { memoryPorts } from '#test/support/memory-ports';
import { deliver, done, FIRM, OFFICE, OTHER_FIRM } from '#test/support/slice';

async function aCity() {
  const { ports, store } = memoryPorts();
  const platform = join(ports);
  const withoutKernel = join({ ...ports, reckoner: byTables });
  await deliver(platform, 'enterprise-registration', [
    { code: FIRM, name: '苏州禾木精密制造有限公司', established_on: '2012-05-08' },
    { code: OTHER_FIRM, name: '苏州清远贸易有限公司', established_on: '2025-11-03' },
  ]);
  await deliver(platform, 'dishonest-debtor', [
    { code: FIRM, case_number: '1', court: '姑苏区人民法院', listed_on: '2025-06-01' },
  ]);
  await deliver(platform, 'tax-grade', [
    { code: OTHER_FIRM, year: '2024', grade: 'C', published_on: '2025-04-20' },
  ]);
  return { store, platform, withoutKernel };
}

test('the whole city from columns is scored as firm by firm, and nothing is stored', async () => {
  const { store, platform } = await aCity();
  for (const code of [FIRM, OTHER_FIRM]) await done(platform.scoreEnterprise(OFFICE, { code }));
  const before = store.events.length;
  const { items } = await done(platform.scoreCity(OFFICE, { limit: 100 }));
  expect(store.events.length).toBe(before);
  const kept = await Promise.all(
    [FIRM, OTHER_FIRM].map((code) => done(platform.readScore(OFFICE, { code }))),
  );
  const expected = kept
    .map(({ code, asOf, segment, card, points, grade, coverage, vetoes, reasons }) => ({
      code,
      asOf,
      segment: segment?.id,
      card,
      points,
      grade,
      coverage,
      vetoes,
      reasons: reasons.map((reason) => ({ code: reason.code, points: reason.points })),
    }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  expect(JSON.stringify(items)).toBe(JSON.stringify(expected));
  expect(items.map(({ vetoes }) => vetoes.length).toSorted()).toEqual([0, 1]);
});

test('a firm that has no score yet is passed over', async () => {
  const { platform } = await aCity();
  await done(platform.scoreEnterprise(OFFICE, { code: FIRM }));
  const { items } = await done(platform.scoreCity(OFFICE, { limit: 100 }));
  expect(items.map(({ code }) => code)).toEqual([FIRM]);
});

test('who reckons changes no score, and what makes a card slower is told', async () => {
  const { platform, withoutKernel } = await aCity();
  for (const code of [FIRM, OTHER_FIRM]) await done(platform.scoreEnterprise(OFFICE, { code }));
  const [fast, slow] = await Promise.all(
    [platform, withoutKernel].map((one) => done(one.scoreCity(OFFICE, { limit: 100 }))),
  );
  expect(JSON.stringify(slow?.items)).toBe(JSON.stringify(fast?.items));
  expect(fast?.slower).toEqual([]);
  expect(slow?.slower.map(({ id, because }) => [id, because])).toEqual(
    ['expert', 'micro', 'thin'].map((id) => [id, 'no_kernel']),
  );
});
