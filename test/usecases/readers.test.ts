import { expect, test } from 'vitest';
import { recordId } from '#domain/credit/record';
import { partyOf } from '#domain/principal';
import { join } from '#platform/join';
import { anIdentity } from '#test/support/an-identity';
import { instant, NOW } from '#test/support/builders';
import { someTerms } from '#test/support/consents';
import { memoryStore } from '#test/support/memory-store';
import { aBank, aFirm, anOfficer } from '#test/support/principals';
import { deliver, done, FIRM, OFFICE, slicePorts } from '#test/support/slice';

const BANK = aBank();
const OFFICER = anOfficer();
const under = { consent: 'consent_tax', purpose: 'credit_assessment' } as const;
const RECORD = recordId('administrative-penalty', FIRM, '1号|市监局');

async function aCity() {
  const store = memoryStore();
  const ports = slicePorts(store);
  const platform = join(ports);
  await deliver(platform, 'enterprise-registration', [
    { code: FIRM, name: '禾木公司', district: '320508', established_on: '2012-05-08' },
  ]);
  await deliver(platform, 'administrative-penalty', [
    {
      code: FIRM,
      document_number: '1号',
      category: '吊销许可证',
      decided_on: '2026-01-15',
      authority: '市监局',
    },
  ]);
  const readers = async () =>
    (await store.list('readersOf', FIRM, { limit: 10 })).items.map(({ value }) => value);
  return { store, ports, platform, readers };
}

test('whoever reads of a firm is noted once a day; the firm itself is not', async () => {
  const { store, ports, platform, readers } = await aCity();
  const firm = aFirm(FIRM);
  const terms = someTerms({ code: FIRM, frequency: { reads: 10, days: 1 } });
  const identity = anIdentity({ code: FIRM, person: firm.id });
  await store.commit({
    changes: [{ kind: 'identity', value: identity, expected: 0 }],
    events: [],
  });
  await done(platform.grantConsent(firm, terms));
  for (const asker of [BANK, BANK, firm]) {
    await done(platform.readProfile(asker, { code: FIRM, under }));
    await done(platform.readRecords(asker, { code: FIRM, limit: 10, categories: ['tax'], under }));
    await done(platform.checkEnterprise(asker, { code: FIRM }));
  }
  expect(await readers()).toEqual([
    { code: FIRM, reader: partyOf(BANK), firstAt: NOW, lastAt: NOW },
  ]);
  const tomorrow = instant('2026-03-03T01:00:00.000Z');
  await done(
    join({ ...ports, store, now: () => tomorrow }).readProfile(BANK, { code: FIRM, under }),
  );
  expect(await readers()).toMatchObject([{ firstAt: NOW, lastAt: tomorrow }]);
});

test('a refused reading is none', async () => {
  const { store, platform } = await aCity();
  const stranger = '91320508MA00004370' as typeof FIRM;
  for (const asker of [BANK, OFFICER])
    expect((await platform.readRecords(asker, { code: stranger, limit: 10 })).ok).toBe(false);
  expect((await store.list('readersOf', stranger, { limit: 10 })).items).toEqual([]);
});

test('everyone who had read is told once, however often and by however many it is tried', async () => {
  const { store, platform } = await aCity();
  const banks = Array.from({ length: 230 }, (_, index) =>
    aBank('bank.loan_officer', `bank_${String(index).padStart(3, '0')}`),
  );
  for (const asker of banks) await done(platform.checkEnterprise(asker, { code: FIRM }));
  const tell = () =>
    done(platform.tellReaders(OFFICE, { case: 'case_one', code: FIRM, record: RECORD }));
  const [first, second] = await Promise.all([tell(), tell()]);
  expect(first.told + second.told).toBe(230);
  expect(await tell()).toEqual({ told: 0 });
  for (const bank of [banks[0], banks[229]]) {
    const { items } = await store.list('noticesTo', `bank/${bank?.organisation}`, { limit: 10 });
    expect(items.map(({ value }) => value)).toMatchObject([
      { kind: 'record_withdrawn', record: RECORD, case: 'case_one', code: FIRM },
    ]);
  }
});

test('a listing is considered anew by its own rule: a hard stop takes the firm out, twice is once', async () => {
  const { store, platform } = await aCity();
  await done(platform.scoreEnterprise(OFFICE, { code: FIRM }));
  await done(
    platform.requestWhitelist(OFFICE, {
      id: 'whitelist_one',
      name: '首批',
      rule: { minPoints: 1 },
    }),
  );
  await done(platform.draftWhitelist(OFFICE, { id: 'whitelist_one', after: '' }));
  const before = await done(platform.reconsiderListing(OFFICE, FIRM));
  expect(before).toEqual({ changed: false }); // No list is in effect yet.
  await done(platform.publishWhitelist(OFFICE, 'whitelist_one'));
  expect(await done(platform.reconsiderListing(OFFICE, FIRM))).toEqual({ changed: false });

  await deliver(platform, 'dishonest-debtor', [
    { code: FIRM, case_number: '（2026）苏05执1号', court: '苏州中院', listed_on: '2026-02-01' },
  ]);
  expect(await done(platform.reconsiderListing(OFFICE, FIRM))).toEqual({ changed: true });
  expect(await done(platform.reconsiderListing(OFFICE, FIRM))).toEqual({ changed: false });
  const listing = await store.get('listing', `whitelist_one/${FIRM}`);
  expect(listing?.value).toMatchObject({ listed: false, grounds: [{ code: 'hard_stop' }] });
  expect((await store.get('whitelist', 'whitelist_one'))?.value.listed).toBe(0);
  expect(store.events.at(-1)).toMatchObject({ type: 'listing_changed', listed: false });
});

test('records that are in no use are on no page', async () => {
  const { store, platform } = await aCity();
  const kept = await store.get('record', RECORD);
  if (!kept) throw new Error('the penalty is kept');
  const pageOf = async () =>
    (await done(platform.readRecords(OFFICER, { code: FIRM, limit: 10 }))).items.map(
      ({ id }) => id,
    );
  expect(await pageOf()).toContain(RECORD);
  const withdrawn = { on: kept.value.occurredOn, by: 'case_one', why: 'repaired' } as const;
  await store.commit({
    changes: [{ kind: 'record', value: { ...kept.value, withdrawn }, expected: kept.version }],
    events: [],
  });
  expect(await pageOf()).not.toContain(RECORD);
});
