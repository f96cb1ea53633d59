import { expect, test } from 'vitest';
import type { FindabilityTerms } from '#domain/findability/findability';
import type { UnifiedCode } from '#domain/ids';
import { addDays } from '#domain/time';
import { join } from '#platform/join';
import { anEnterprise, aProduct, aScore, NOW, TODAY } from '#test/support/builders';
import { memoryStore } from '#test/support/memory-store';
import { codeOf } from '#test/support/numbered-firms';
import { aBank, aFirm, anOfficer, OPERATOR } from '#test/support/principals';
import { done, slicePorts } from '#test/support/slice';
import { countFirms } from '#usecases/count-firms';
import { productCatalogue } from '#usecases/read-products';

const FIRMS = 40;
const LIST = 'whitelist_spring';
const PRODUCT = aProduct({
  id: 'product_tax',
  eligibility: [
    { fact: 'points', atLeast: 700 },
    { fact: 'tax_grade', in: ['A', 'B'] },
  ],
});
const BANK = aBank('bank.loan_officer', 'bank_gusu');
const page = { product: PRODUCT.id, limit: 100 } as const;
const SYSTEM_BY = { by: OPERATOR };

/** Every second firm has the points, every fourth is recommended; all have the tax grade. */
const pointsOf = (number: number) => (number % 2 === 0 ? 720 : 500);
const isListed = (number: number) => number % 4 === 0;

async function aCity({ product = PRODUCT, today = TODAY } = {}) {
  const store = memoryStore();
  for (let number = 0; number < FIRMS; number += 1) {
    const code = codeOf(number);
    const points = pointsOf(number);
    await store.commit({
      changes: [
        { kind: 'enterprise', value: anEnterprise({ code, name: `企业${number}` }), expected: 0 },
        { kind: 'score', value: aScore({ code, points }), expected: 0 },
        {
          kind: 'listing',
          value: {
            whitelist: LIST,
            code,
            name: `企业${number}`,
            listed: isListed(number),
            grounds: [],
          },
          expected: 0,
        },
      ],
      events: [],
      ...SYSTEM_BY,
    });
  }
  await store.commit({
    changes: [
      { kind: 'currentWhitelist', value: { whitelist: LIST }, expected: 0 },
      { kind: 'product', value: product, expected: 0 },
      {
        kind: 'productVersion',
        value: { ...product, steps: [{ move: 'publish', side: 'office', by: 'x', at: NOW }] },
        expected: 0,
      },
    ],
    events: [],
    revisions: ['products'],
  });
  const platform = join({ ...slicePorts(store), today: () => today });
  const allow = (number: number, terms: Partial<FindabilityTerms> = {}) =>
    done(
      platform.allowFinding(OPERATOR, {
        code: codeOf(number),
        banks: 'all',
        discloses: ['score', 'tax'],
        until: addDays(TODAY, 30),
        ...terms,
      }),
    );
  const found = async (asker = BANK) =>
    (await done(platform.findFirms(asker, page))).items.map(({ code }) => code);
  return { store, platform, allow, found };
}

const codes = (...numbers: readonly number[]): readonly UnifiedCode[] => numbers.map(codeOf);

test('a bank finds the firms that its product fits, that are listed, and that let it', async () => {
  const { allow, found } = await aCity();
  expect(await found()).toEqual([]);
  await allow(0);
  await allow(4);
  await allow(1); // Has not the points.
  await allow(2); // Is on no list.
  expect(await found()).toEqual(codes(0, 4));
});

test.each<[string, Partial<FindabilityTerms>, boolean]>([
  ['this bank among others', { banks: ['bank_wuzhong', 'bank_gusu'] }, true],
  ['other banks', { banks: ['bank_wuzhong'] }, false],
  ['until today', { until: TODAY }, true],
  ['what the product asks kept back', { discloses: ['score'] }, false],
])('a firm that allows it to %j is found: %j', async (_, terms, isFound) => {
  const { allow, found } = await aCity();
  await allow(0, terms);
  expect(await found()).toEqual(isFound ? codes(0) : []);
});

test('a consent to be found ends with its last day, and at once when the firm says so', async () => {
  const { store, platform, allow, found } = await aCity();
  await allow(0);
  await allow(4);
  await done(platform.endFinding(aFirm(codeOf(0)), codeOf(0)));
  await done(platform.endFinding(aFirm(codeOf(0)), codeOf(0)));
  expect(await found()).toEqual(codes(4));
  const later = join({ ...slicePorts(store), today: () => addDays(TODAY, 31) });
  expect((await done(later.findFirms(BANK, page))).items).toEqual([]);
});

test('every firm that is shown finds the bank in its ledger; whoever is not shown does not', async () => {
  const { platform, allow, found } = await aCity();
  await allow(0);
  await allow(1);
  await found();
  const linesOf = async (number: number) =>
    (
      await done(
        platform.listAccessesOfEnterprise(aFirm(codeOf(number)), {
          code: codeOf(number),
          limit: 9,
        }),
      )
    ).items;
  expect(await linesOf(0)).toMatchObject([
    {
      action: 'findFirms',
      purpose: 'finding',
      reader: { kind: 'bank', organisation: 'bank_gusu' },
      fields: ['enterprise-registration', 'score'],
      versions: { product: 'product_tax.1' },
      result: 'given',
    },
  ]);
  expect(await linesOf(1)).toEqual([]);
});

test('a product that is not in the market finds nobody for its bank', async () => {
  const { allow, found } = await aCity({ product: { ...PRODUCT, status: 'suspended' } });
  await allow(0);
  expect(await found()).toEqual([]);
});

test('a bank asks for its own products alone; the office for all, and sees all that fit', async () => {
  const { platform, found } = await aCity();
  const other = aBank('bank.loan_officer', 'bank_wuzhong');
  expect(await platform.findFirms(other, page)).toMatchObject({ refusal: { code: 'not_found' } });
  expect(await found(anOfficer('office.data'))).toHaveLength(FIRMS / 2);
});

test('reach is counted once a day over the whole city, in stretches that can be cut off anywhere', async () => {
  const { store } = await aCity();
  const ports = slicePorts(store);
  const count = (stopAt?: typeof NOW) =>
    done(
      countFirms(ports, productCatalogue(ports))(OPERATOR, {
        stretch: 7,
        ...(stopAt && { stopAt }),
      }),
    );
  expect(await count(NOW)).toMatchObject({ counted: 1, finished: false });
  expect(await count()).toMatchObject({ asOf: TODAY, finished: true });
  expect(await count()).toMatchObject({ counted: 0, finished: true });
  expect((await store.get('reach', PRODUCT.id))?.value).toEqual({
    product: PRODUCT.id,
    version: 1,
    asOf: TODAY,
    firms: { yes: 20, unknown: 0, no: 20 },
    gaps: [
      { code: 'hard_stop', alone: 0 },
      { code: 'enterprise_operating', alone: 0 },
      { code: 'points', alone: 20 },
      { code: 'tax_grade', alone: 0 },
    ],
  });
});

test('a bank is told no small number, and no sum that would tell it; the office is told each', async () => {
  const { platform } = await aCity();
  await done(platform.countFirms(OPERATOR, {}));
  const reachTo = async (asker: typeof BANK) =>
    (await done(platform.findFirms(asker, page))).reach?.firms;
  expect(await reachTo(BANK)).toEqual({ yes: 20, unknown: 'fewer_than_5', no: 20 });
  expect(await reachTo(anOfficer())).toEqual({ yes: 20, unknown: 0, no: 20 });
});

test('the whole city at once gives what the count gives, and the best by points, then by code', async () => {
  const { platform, store } = await aCity();
  await done(platform.countFirms(OPERATOR, {}));
  const { reach, best } = await done(
    platform.matchFirms(OPERATOR, { product: PRODUCT.id, most: 3 }),
  );
  expect(reach).toEqual((await store.get('reach', PRODUCT.id))?.value);
  expect(best).toEqual(codes(0, 2, 4).map((code) => ({ code, points: 720 })));
});
