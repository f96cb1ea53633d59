import { expect, test } from 'vitest';
import { recordId } from '#domain/credit/record';
import { yuan } from '#domain/money';
import { alone, enterMarket } from '#platform/enter-market';
import { CODE, productTerms } from '#test/support/builders';
import { aFirm, anOfficer } from '#test/support/principals';
import { done, FIRM, OFFICE } from '#test/support/slice';
import { aCity, debtorRow } from './a-city.ts';

const debt = recordId('dishonest-debtor', CODE, debtorRow.case_number);

async function aMarket() {
  const city = await aCity();
  await city.rows('dishonest-debtor', debtorRow);
  const products = [
    productTerms({ id: 'product_anybody' }),
    productTerms({
      id: 'product_sellers',
      eligibility: [{ fact: 'sales_12m_fen', atLeast: yuan(1_000_000) }],
    }),
    productTerms({ id: 'product_best', eligibility: [{ fact: 'points', atLeast: 1_000 }] }),
    productTerms({ id: 'product_gone' }),
  ];
  for (const product of products) await done(enterMarket(city.platform, product, alone(OFFICE)));
  await done(city.platform.delistProduct(OFFICE, { id: 'product_gone.1', note: '停办' }));
  return city;
}

test('shows how points, reasons and products move, and stores nothing but that somebody has looked', async () => {
  const { platform, store } = await aMarket();
  await done(platform.scoreEnterprise(OFFICE, { code: CODE }));
  const decided = () => store.events.filter(({ type }) => type !== 'firm_data_read').length;
  const before = [decided(), await store.get('score', CODE)];
  const told = await done(
    platform.whatIf(OFFICE, {
      code: CODE,
      changes: [{ record: debt }, { fact: 'sales_12m_fen', value: yuan(2_000_000) }],
    }),
  );
  expect([told.before.points, told.before.products]).toEqual([400, 0]);
  expect(told.after.products).toBe(2);
  expect(told.after.points).toBeGreaterThan(500);
  expect([told.before.vetoes, told.after.vetoes]).toEqual([['dishonest_debtor_in_force'], []]);
  expect([decided(), await store.get('score', CODE)]).toEqual(before);
});

test('the same question gets the same answer, and its first half is the score as it is kept', async () => {
  const { platform } = await aMarket();
  const kept = await done(platform.scoreEnterprise(OFFICE, { code: CODE }));
  const ask = () => done(platform.whatIf(OFFICE, { code: CODE, changes: [{ record: debt }] }));
  const told = await ask();
  expect(await ask()).toEqual(told);
  const { points, grade, reasons, vetoes } = kept;
  expect(told.before).toMatchObject({ points, grade, reasons, vetoes });
});

test('a firm asks about itself, the office about anybody, another firm about nobody else', async () => {
  const { platform } = await aMarket();
  const question = { code: CODE, changes: [{ record: debt }] };
  expect(await platform.whatIf(aFirm(CODE), question)).toMatchObject({ ok: true });
  expect(await platform.whatIf(anOfficer('office.auditor'), question)).toMatchObject({ ok: true });
  expect(await platform.whatIf(aFirm(FIRM), question)).toMatchObject({
    ok: false,
    refusal: { code: 'not_found' },
  });
});

test('a firm that nobody has registered is not found', async () => {
  const { platform } = await aMarket();
  expect(await platform.whatIf(OFFICE, { code: FIRM, changes: [] })).toMatchObject({
    ok: false,
    refusal: { code: 'not_found', field: 'enterprise' },
  });
});
