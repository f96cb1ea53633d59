import { expect, test } from 'vitest';
import { recordId } from '#domain/credit/record';
import { aRule, CODE, needTerms } from '#test/support/builders';
import { deliver, done, OFFICE } from '#test/support/slice';
import { aCity, debtorRow } from './a-city.ts';

const debtor = recordId('dishonest-debtor', CODE, debtorRow.case_number);
const terms = needTerms();
const notices = async ({ platform: __, store }: Awaited<ReturnType<typeof aCity>>) =>
  (await store.list('noticesTo', `firm/${CODE}`, { limit: 50 })).items
    .map(({ value }) => value)
    .filter(({ kind }) => kind === 'list_hit');

test('a listing tells once what the firm has open, and tells the firm', async () => {
  const city = await aCity();
  await done(city.platform.submitNeed(OFFICE, terms));
  await done(city.platform.submitNeed(OFFICE, { ...terms, id: 'need_gone' }));
  await done(city.platform.withdrawNeed(OFFICE, 'need_gone'));
  await city.rows('dishonest-debtor', debtorRow);
  expect(await city.compare('dishonest-debtor')).toEqual({ hits: 1 });
  expect(city.hits()).toMatchObject([
    {
      type: 'list_hit',
      code: CODE,
      list: 'dishonest_debtor',
      action: 'hard_stop',
      record: debtor,
      needs: [terms.id],
    },
  ]);
  expect(city.hits()[0]).not.toHaveProperty('whitelist');
  expect(await notices(city)).toMatchObject([
    { record: debtor, detail: 'dishonest_debtor', on: '2026-01-10' },
  ]);
  expect(await city.compare('dishonest-debtor')).toEqual({ hits: 0 });
  expect(city.hits()).toHaveLength(1);
});

test('a firm on the list in effect is told with its place on it', async () => {
  const city = await aCity();
  const id = 'whitelist_spring';
  await done(city.platform.scoreEnterprise(OFFICE, { code: CODE }));
  await done(
    city.platform.requestWhitelist(OFFICE, { id, name: '春季', rule: aRule({ minPoints: 1 }) }),
  );
  await done(city.platform.draftWhitelist(OFFICE, { id, after: '' }));
  await done(city.platform.publishWhitelist(OFFICE, id));
  await city.rows('abnormal-operation', { listed_on: '2026-02-01' });
  await city.compare('abnormal-operation');
  expect(city.hits()).toMatchObject([
    { list: 'abnormal_operation', action: 'manual', whitelist: id },
  ]);
});

test('records of a catalogue that lists nobody cost nothing and hit nobody', async () => {
  const city = await aCity();
  await city.rows('dishonest-debtor', debtorRow);
  expect(await city.compare('honour')).toEqual({ hits: 0 });
  expect(city.hits()).toEqual([]);
});

test('a listing that came before its firm is told when the firm is registered', async () => {
  const city = await aCity();
  const other = '91320508MA0000269X';
  const row = { code: other, ...debtorRow };
  await deliver(city.platform, 'dishonest-debtor', [row], 'batch_early');
  await deliver(
    city.platform,
    'enterprise-registration',
    [{ code: other, name: '苏州清远贸易有限公司' }],
    'batch_late',
  );
  const codes = [city.store.events, other].flat().filter((one) => one === other) as (typeof CODE)[];
  await done(city.platform.compareLists(OFFICE, { codes, catalogue: 'enterprise-registration' }));
  expect(city.hits()).toMatchObject([{ code: other, list: 'dishonest_debtor' }]);
});

test('a listing that is over hits nobody; one that begins anew hits again', async () => {
  const city = await aCity();
  await city.rows('dishonest-debtor', { ...debtorRow, removed_on: '2026-02-01' });
  expect(await city.compare('dishonest-debtor')).toEqual({ hits: 0 });
  await city.rows('dishonest-debtor', debtorRow);
  expect(await city.compare('dishonest-debtor')).toEqual({ hits: 1 });
  await city.rows('dishonest-debtor', { ...debtorRow, listed_on: '2026-02-20' });
  expect(await city.compare('dishonest-debtor')).toEqual({ hits: 1 });
});

test('more hits than one commit holds are all told, each once', async () => {
  const city = await aCity();
  const days = Array.from({ length: 60 }, (_, index) => ({
    case_number: `(2026)苏0508执${index}号`,
    court: '苏州市姑苏区人民法院',
    filed_on: '2026-01-10',
  }));
  await city.rows('judgment-debtor', ...days);
  expect(await city.compare('judgment-debtor')).toEqual({ hits: 60 });
  expect(await city.compare('judgment-debtor')).toEqual({ hits: 0 });
  expect(new Set(city.hits().map((hit) => hit.record)).size).toBe(60);
});
