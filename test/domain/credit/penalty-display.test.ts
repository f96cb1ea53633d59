import { expect, test } from 'vitest';
import { aPenalty, readARow } from './read-a-row.ts';

const read = (cells: Record<string, string>) =>
  readARow('administrative-penalty', { ...aPenalty, ...cells });

test.each([
  ['警告', {}, 'minor'],
  ['通报批评', {}, 'minor'],
  ['其他', {}, 'general'],
  ['罚款', {}, 'general'],
  ['罚款', { fine_amount: '99.9999' }, 'general'],
  ['罚款', { fine_amount: '100' }, 'serious'],
  ['没收违法所得', {}, 'general'],
  ['责令停产停业', {}, 'serious'],
  ['限制从业', {}, 'serious'],
  ['吊销许可证', {}, 'serious'],
  ['警告;吊销许可证', {}, 'serious'],
  ['吊销许可证', { severity: '轻微' }, 'minor'],
  ['警告', { severity: '3' }, 'serious'],
  ['罚款', { severity: '未定', fine_amount: '100' }, 'serious'],
])('%s %j is %s', (category, cells, severity) => {
  expect(read({ category, ...cells })).toMatchObject({ ok: true, severity });
});

test.each([
  // 58号令: three years at most, whatever the gravity.
  ['2026-03-31', '警告', {}, '2029-03-31'],
  ['2026-03-31', '罚款', {}, '2029-03-31'],
  // 36号令: three months, one year, three years.
  ['2026-04-01', '警告', {}, '2026-07-01'],
  ['2026-04-01', '罚款', {}, '2027-04-01'],
  ['2026-04-01', '吊销许可证', {}, '2029-04-01'],
  ['2026-08-31', '警告', {}, '2026-11-30'],
  ['2026-04-01', '吊销许可证', { display_until: '2026-05-05' }, '2026-05-05'],
  // A department may end it earlier, never later than the rules allow.
  ['2026-04-01', '吊销许可证', { display_until: '2031-01-01' }, '2029-04-01'],
  ['2026-03-31', '罚款', { display_until: '2031-01-01' }, '2029-03-31'],
  ['2026-04-01', '吊销许可证', { state: '撤销' }, '2026-03-31'],
])('decided on %s, %s %j: displayed until %s', (decided_on, category, cells, to) => {
  expect(read({ decided_on, category, ...cells })).toMatchObject({
    ok: true,
    validity: { from: decided_on, to },
  });
});
