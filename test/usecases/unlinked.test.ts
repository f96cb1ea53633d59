import { expect, test } from 'vitest';
import { join } from '#platform/join';
import { memoryStore } from '#test/support/memory-store';
import { deliver, done, FIRM, OFFICE, slicePorts } from '#test/support/slice';

const penalty = {
  code: FIRM,
  document_number: '苏市监罚〔2026〕1号',
  category: '吊销许可证',
  decided_on: '2026-01-15',
  authority: '苏州市市场监督管理局',
};
const registration = { code: FIRM, name: '禾木公司', district: '320508', status: '存续' };

test('what is said of a firm that nobody has registered waits for it, and counts from the day it appears', async () => {
  const platform = join(slicePorts(memoryStore()));
  const early = await deliver(platform, 'administrative-penalty', [penalty]);
  expect(early.batch.counts).toMatchObject({ delivered: 1, unlinked: 1 });
  expect(await platform.scoreEnterprise(OFFICE, { code: FIRM })).toMatchObject({
    ok: false,
    refusal: { code: 'enterprise_unknown' },
  });

  await deliver(platform, 'enterprise-registration', [registration]);
  const score = await done(platform.scoreEnterprise(OFFICE, { code: FIRM }));
  expect(score.facts.penalties_serious_36m).toBe(1);
  const again = await deliver(platform, 'administrative-penalty', [penalty], 'batch_again');
  expect(again.batch.counts).toMatchObject({ delivered: 1, duplicate: 1 });
});

test('a reminder goes out with a penalty once, however often it is delivered', async () => {
  const store = memoryStore();
  const platform = join(slicePorts(store));
  await deliver(platform, 'enterprise-registration', [registration]);
  await deliver(platform, 'administrative-penalty', [penalty]);
  await deliver(platform, 'administrative-penalty', [penalty], 'batch_again');
  await deliver(
    platform,
    'administrative-penalty',
    [{ ...penalty, category: '警告' }],
    'batch_corrected',
  );
  const { items } = await store.list('noticesTo', `firm/${FIRM}`, { limit: 10 });
  expect(items.map(({ value: { kind, record } }) => ({ kind, record }))).toEqual([
    {
      kind: 'repair_reminder',
      record: `administrative-penalty/${FIRM}/苏市监罚〔2026〕1号|苏州市市场监督管理局`,
    },
  ]);
});

test('a catalogue is delivered on the days on which it is in effect', async () => {
  const ports = slicePorts(memoryStore());
  const platform = join({ ...ports, today: () => '2012-01-01' as ReturnType<typeof ports.today> });
  const answer = await platform.deliverRows(OFFICE, {
    id: 'batch_early',
    catalogue: 'enterprise-registration',
    supplier: 'supplier_city',
    rows: [registration],
  });
  expect(answer).toMatchObject({
    ok: false,
    refusal: { code: 'catalogue_not_in_effect', actual: '2012-01-01' },
  });
});

test('rows that are kept with a warning say why, how often, and where first', async () => {
  const platform = join(slicePorts(memoryStore()));
  const rows = [
    { code: FIRM, name: '禾木公司', legal_form: 'N/A' },
    { code: '91320508MA0000082Y', name: '清远公司', legal_form: '有限公司' },
    {
      code: '91320508MA00004370',
      name: '宏达公司',
      legal_form: '??',
      registered_capital: '一万美元',
    },
  ];
  const { batch } = await deliver(platform, 'enterprise-registration', rows);
  expect(batch.counts).toMatchObject({ accepted: 1, warned: 2 });
  expect(batch.warnings).toEqual([
    { code: 'not_in_list', field: 'legal_form', rows: 2, firstLine: 1 },
    { code: 'money_wrong', field: 'registered_capital', rows: 1, firstLine: 3 },
  ]);
  const again = await deliver(platform, 'enterprise-registration', rows, 'batch_again');
  expect(again.batch.warnings).toEqual([]); // Duplicates are not kept once more.
});
