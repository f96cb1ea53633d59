import { expect, test } from 'vitest';
import * as z from 'zod';
import { digest } from '#adapters/system/digest';
import { dataCategoryIds } from '#domain/consent/data-categories';
import { PUBLIC } from '#domain/principal';
import { sortedJson } from '#domain/sorted-json';
import { date } from '#domain/time';
import { CODE, unifiedCode } from '#test/support/builders';
import { aWatchedCity, consentBody, someTerms } from '#test/support/consents';
import { memoryStore } from '#test/support/memory-store';
import { aBank, aDepartment, aFirm, anOfficer } from '#test/support/principals';
import { deliver, done, OTHER_FIRM } from '#test/support/slice';

const BANK = aBank();
const STRANGER = unifiedCode('91320508MA0000082Y');
const FIRM = aFirm(CODE);
const page = z.object({
  items: z.array(z.looseObject({ id: z.string() })),
  next: z.string().optional(),
});
const PAGE = { code: CODE, limit: 100 } as const;
const under = { consent: 'consent_tax', purpose: 'credit_assessment' } as const;

async function aCity(categories: readonly (typeof dataCategoryIds)[number][] = ['tax']) {
  const store = memoryStore();
  const city = await aWatchedCity(store);
  const frequency = { reads: 100, days: 1 };
  await done(city.platform.grantConsent(FIRM, someTerms({ categories, frequency })));
  await done(city.platform.scoreEnterprise(anOfficer('office.model'), { code: CODE }));
  const lines = async () => (await done(city.platform.listAccessesOfEnterprise(FIRM, PAGE))).items;
  return { ...city, store, lines };
}

test('a line tells who read what, for what, under which consent, and with which result', async () => {
  const { platform, lines } = await aCity();
  await done(platform.readRecords(BANK, { ...PAGE, categories: ['tax'], under }));
  const { hash } = await done(platform.readReceipt(FIRM, 'consent_tax'));
  expect(await lines()).toMatchObject([
    {
      code: CODE,
      reader: { kind: 'bank', organisation: 'bank_gusu' },
      person: BANK.id,
      roles: BANK.roles,
      action: 'readRecords',
      purpose: 'credit_assessment',
      consent: 'consent_tax',
      consentHash: hash,
      categories: ['tax'],
      fields: ['tax-grade'],
      records: 1,
      result: 'given',
    },
  ]);
});

test('its hash is that of what was sent: whoever kept the answer can prove it', async () => {
  const { as, lines } = await aCity();
  const query = 'category=tax&consent=consent_tax&purpose=credit_assessment';
  const { body } = await as(BANK).get(`/v1/enterprises/${CODE}/records?${query}`);
  const [line] = await lines();
  expect(line?.resultHash).toBe(digest(sortedJson(page.parse(body).items)));
});

test('office and departments need no consent and stand in the ledger with their duty; nobody else does', async () => {
  const { platform, lines } = await aCity();
  await done(platform.readProfile(FIRM, { code: CODE }));
  await done(platform.checkEnterprise(FIRM, { code: CODE }));
  await done(platform.checkEnterprise(PUBLIC, { code: CODE }));
  expect(await lines()).toEqual([]);
  await done(platform.readScore(anOfficer('office.data'), { code: CODE }));
  await done(platform.checkEnterprise(aDepartment('supplier_tax'), { code: CODE }));
  await done(platform.checkEnterprise(BANK, { code: CODE }));
  await done(platform.checkEnterprise(aFirm(OTHER_FIRM), { code: CODE }));
  const told = (await lines()).map(({ reader, purpose, versions }) => [
    reader.kind,
    purpose,
    Object.keys(versions).sort().join(' '),
  ]);
  expect(told.sort()).toEqual([
    ['bank', 'list_check', 'lists'],
    ['department', 'list_check', 'lists'],
    ['firm', 'list_check', 'lists'],
    ['office', 'public_duty', 'asOf card'],
  ]);
});

test('what a refused bank named is kept, and whose consent it was is not told', async () => {
  const { platform, lines } = await aCity();
  const other = aBank('bank.risk', 'bank_other');
  await platform.readScore(other, { code: CODE, under });
  await platform.readScore(BANK, { code: CODE, under });
  await platform.readScore(BANK, { code: CODE });
  const told = (await lines()).map(({ reader, result, consent, consentHash, records, fields }) => ({
    by: reader.organisation,
    result,
    consent,
    hashed: consentHash !== undefined,
    nothing: records === 0 && fields.length === 0,
  }));
  expect(told).toEqual(
    expect.arrayContaining([
      {
        by: 'bank_other',
        result: 'not_found',
        consent: 'consent_tax',
        hashed: false,
        nothing: true,
      },
      {
        by: 'bank_gusu',
        result: 'consent_category',
        consent: 'consent_tax',
        hashed: true,
        nothing: true,
      },
      {
        by: 'bank_gusu',
        result: 'consent_required',
        consent: undefined,
        hashed: false,
        nothing: true,
      },
    ]),
  );
});

test('a firm is told with its score only where the score is covered', async () => {
  const asked = { code: CODE, under } as const;
  const narrow = await aCity(['registration']);
  expect(await done(narrow.platform.readEnterprise(BANK, asked))).not.toHaveProperty('score');
  expect((await narrow.lines())[0]).toMatchObject({ categories: ['registration'], versions: {} });
  const wide = await aCity(['registration', 'score']);
  expect(await done(wide.platform.readEnterprise(BANK, asked))).toHaveProperty('score');
  expect((await wide.lines())[0]).toMatchObject({ categories: ['registration', 'score'] });
});

test('a profile is folded from the covered categories alone: of others not even the number', async () => {
  const { platform, lines } = await aCity(['tax', 'administrative_acts']);
  const fold = async (categories?: readonly ['tax']) =>
    done(platform.readProfile(BANK, { code: CODE, under, ...(categories && { categories }) }));
  const all = await fold();
  expect(Object.keys(all.catalogues)).toEqual(['administrative-penalty', 'tax-grade']);
  expect(all).not.toHaveProperty('firm');
  const tax = await fold(['tax']);
  expect(Object.keys(tax.catalogues)).toEqual(['tax-grade']);
  expect(tax.severities).toEqual({ minor: 0, general: 0, serious: 0 });
  expect((await lines()).map(({ categories }) => categories)).toEqual(
    expect.arrayContaining([['tax'], ['administrative_acts', 'tax']]),
  );
});

test('pages of categories are full, hold nothing else, and never end in an empty one', async () => {
  const { platform, as } = await aCity(['tax', 'judicial']);
  const years = Array.from({ length: 9 }, (_, at) => String(2010 + at));
  await deliver(
    platform,
    'tax-grade',
    years.map((year) => ({ code: CODE, year, grade: 'B', published_on: `${year}-12-20` })),
    'batch_years',
  );
  await deliver(
    platform,
    'tax-paid',
    [{ code: CODE, month: '2025-01', tax_type: '增值税', amount: '10' }],
    'batch_paid',
  );
  for (const size of [1, 2, 5, 10, 11]) {
    const seen: string[] = [];
    let next = '';
    for (let pages = 0; pages < 30; pages += 1) {
      const path = `/v1/enterprises/${CODE}/records?category=judicial,tax&limit=${size}${next}`;
      const { body } = await as(anOfficer()).get(path);
      const { items, next: more } = page.parse(body);
      expect(items.length).toBeGreaterThan(0);
      seen.push(...items.map(({ id }) => id));
      if (more === undefined) break;
      expect(items).toHaveLength(size);
      next = `&cursor=${more}`;
    }
    expect(seen.filter((id) => id.startsWith('tax-grade/')).length).toBe(10);
    expect(seen.filter((id) => !id.startsWith('tax-'))).toEqual([]);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(seen.toSorted());
  }
});

test('to the public a code of no firm is answered as that of a firm against which nothing stands', async () => {
  const { as, platform } = await aCity();
  await deliver(
    platform,
    'enterprise-registration',
    [{ code: OTHER_FIRM, name: '清远公司', established_on: '2020-01-01' }],
    'batch_other',
  );
  const told = async (asker: Parameters<typeof as>[0], code: string) =>
    JSON.stringify((await as(asker).get(`/v1/checks/${code}`)).body).replace(code, 'CODE');
  expect(await told(PUBLIC, STRANGER)).toBe(await told(PUBLIC, OTHER_FIRM));
  expect(await told(aFirm(CODE), STRANGER)).toBe(await told(aFirm(CODE), OTHER_FIRM));
  expect(await told(BANK, STRANGER)).not.toBe(await told(BANK, OTHER_FIRM));
});

test('a list check tells nobody outside the duty what is no longer displayed, on whatever day they ask', async () => {
  const { platform } = await aCity();
  await deliver(
    platform,
    'abnormal-operation',
    [
      {
        code: CODE,
        reason: '未年报',
        listed_on: '2024-07-01',
        authority: '市监局',
        removed_on: '2025-02-01',
      },
    ],
    'batch_abnormal',
  );
  const asked = { code: CODE, asOf: date('2024-08-01') };
  for (const asker of [PUBLIC, BANK, aFirm(OTHER_FIRM)])
    expect((await done(platform.checkEnterprise(asker, asked))).verdict).toBe('clear');
  for (const asker of [anOfficer(), aDepartment('supplier_tax'), FIRM])
    expect((await done(platform.checkEnterprise(asker, asked))).verdict).toBe('manual');
});

test('what has run out is told to no bank, not even as of a day on which it had not', async () => {
  const { platform } = await aCity(['lists']);
  await deliver(
    platform,
    'abnormal-operation',
    [
      {
        code: CODE,
        reason: '未年报',
        listed_on: '2024-07-01',
        authority: '市监局',
        removed_on: '2025-02-01',
      },
    ],
    'batch_abnormal',
  );
  const asked = { ...PAGE, categories: ['lists'], under, asOf: date('2024-08-01') } as const;
  const seen = async (asker: Parameters<typeof platform.readRecords>[0]) => [
    (await done(platform.readRecords(asker, asked))).items.length,
    (await done(platform.readProfile(asker, asked))).lists.length,
  ];
  expect(await seen(BANK)).toEqual([0, 0]);
  expect(await seen(anOfficer())).toEqual([1, 1]);
});

test('consents are told by their form, and their bodies are those that it names', async () => {
  const { as } = await aCity();
  const { body } = await as(PUBLIC).get('/v1/consent-form');
  expect(body).toMatchObject({ categories: dataCategoryIds.map((id) => ({ id })) });
  const put = (told: object) =>
    as(FIRM).put('/v1/consents/consent_two/grant', { ...consentBody(), ...told });
  expect((await put({ categories: ['everything'] })).body).toMatchObject({ code: 'not_in_list' });
  expect((await put({ recipient: 'firm_x' })).body).toMatchObject({ code: 'id_wrong' });
  expect((await put({ frequency: { reads: 1001, days: 1 } })).body).toMatchObject({
    code: 'out_of_range',
  });
});
