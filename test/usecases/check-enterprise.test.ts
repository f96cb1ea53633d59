import { expect, test } from 'vitest';
import { recordId } from '#domain/credit/record';
import { date } from '#domain/time';
import { CODE, needTerms } from '#test/support/builders';
import { done, OFFICE } from '#test/support/slice';
import { aCity, debtorRow } from './a-city.ts';

const debtor = recordId('dishonest-debtor', CODE, debtorRow.case_number);
const terms = needTerms();

test('a firm on no list is clear, a stranger too, but as a stranger', async () => {
  const { platform } = await aCity();
  expect(await done(platform.checkEnterprise(OFFICE, { code: CODE }))).toMatchObject({
    verdict: 'clear',
    hits: [],
    known: true,
  });
  const stranger = CODE.replace(/.$/, 'X') as typeof CODE;
  expect(await done(platform.checkEnterprise(OFFICE, { code: stranger }))).toMatchObject({
    verdict: 'clear',
    known: false,
  });
});

test.each([
  ['2026-01-09', 'clear'],
  ['2026-01-10', 'hard_stop'],
  ['2026-02-28', 'hard_stop'],
  ['2026-03-01', 'clear'],
])('a debtor listed on 10 January and removed on 28 February: on %s %s', async (asOf, verdict) => {
  const { platform, rows } = await aCity();
  await rows('dishonest-debtor', { ...debtorRow, removed_on: '2026-02-28' });
  expect(
    await done(platform.checkEnterprise(OFFICE, { code: CODE, asOf: date(asOf) })),
  ).toMatchObject({ verdict });
});

test('the register itself stops a revoked firm', async () => {
  const { platform } = await aCity({ status: '吊销' });
  const check = await done(platform.checkEnterprise(OFFICE, { code: CODE }));
  expect(check).toMatchObject({ verdict: 'hard_stop', register: 'licence_revoked', hits: [] });
});

test('the gravest list decides, and all are told', async () => {
  const { platform, rows } = await aCity();
  await rows('abnormal-operation', { listed_on: '2026-02-01', reason: '未年报' });
  await rows('serious-dishonesty-list', {
    list_type: '统计严重失信企业',
    listed_on: '2026-02-02',
    authority: '苏州市统计局',
  });
  expect(await done(platform.checkEnterprise(OFFICE, { code: CODE }))).toMatchObject({
    verdict: 'manual',
    hits: [
      { type: 'abnormal_operation', action: 'manual' },
      { type: 'statistics', action: 'information' },
    ],
  });
});

test('a need of a firm that is stopped is refused with the list and its record', async () => {
  const { platform, rows, store } = await aCity();
  await rows('dishonest-debtor', debtorRow);
  expect(await platform.submitNeed(OFFICE, terms)).toMatchObject({
    ok: false,
    refusal: { code: 'enterprise_hard_stop', field: 'code', actual: `dishonest_debtor ${debtor}` },
  });
  expect(await store.get('need', terms.id)).toBeUndefined();
});

test('a revoked firm cannot ask', async () => {
  const { platform } = await aCity({ status: '吊销' });
  expect(await platform.submitNeed(OFFICE, terms)).toMatchObject({
    ok: false,
    refusal: { code: 'enterprise_hard_stop', actual: 'licence_revoked' },
  });
});

test('a firm at which a person should look may ask, and so may one whose listing is over', async () => {
  const { platform, rows } = await aCity();
  await rows('abnormal-operation', { listed_on: '2026-02-01' });
  await rows('dishonest-debtor', { ...debtorRow, removed_on: '2026-02-28' });
  expect(await platform.submitNeed(OFFICE, terms)).toMatchObject({ ok: true });
});

test('a need that was posted before the listing is answered as it stands', async () => {
  const { platform, rows } = await aCity();
  await done(platform.submitNeed(OFFICE, terms));
  await rows('dishonest-debtor', debtorRow);
  expect(await platform.submitNeed(OFFICE, terms)).toMatchObject({
    ok: true,
    value: { created: false },
  });
});
