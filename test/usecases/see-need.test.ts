import { beforeEach, expect, test } from 'vitest';
import type { ConsentStatus } from '#domain/consent/consent';
import type { NeedId } from '#domain/ids';
import type { NeedTerms } from '#domain/need/need';
import { addDays } from '#domain/time';
import { WANG } from '#test/support/a-person';
import { CODE, instant, needTerms, TODAY } from '#test/support/builders';
import { aConsent } from '#test/support/consents';
import { aBank, anOfficer } from '#test/support/principals';
import { done } from '#test/support/slice';
import { aNeedMarket, OTHER_CODE, OTHER_OWNER, OWNER } from './a-need-market.ts';

const GUSU = aBank();
const WUZHONG = aBank('bank.risk', 'bank_wuzhong');
const banks = (...ids: readonly `bank_${string}`[]) => ({ to: 'banks', banks: ids }) as const;

const needs = {
  need_all: {},
  'need_all-anonymous': { visibility: 'anonymous' },
  need_gusu: { audience: banks('bank_gusu') },
  'need_gusu-anonymous': { audience: banks('bank_gusu'), visibility: 'anonymous' },
  need_product: { audience: { to: 'product', product: 'product_wuzhong' } },
} as const satisfies Readonly<Record<NeedId, Partial<NeedTerms>>>;
const ids = Object.keys(needs) as (keyof typeof needs)[];

let market: Awaited<ReturnType<typeof aNeedMarket>>;
beforeEach(async () => {
  market = await aNeedMarket();
  for (const [index, id] of ids.entries()) {
    market.at(instant(`2026-03-02T0${index}:30:00.000Z`));
    await done(market.platform.submitNeed(OWNER, needTerms({ id, ...needs[id] })));
  }
});

const gives = (status: ConsentStatus = 'active', told = {}) =>
  market.consent(aConsent({ status, validUntil: addDays(TODAY, 300), ...told }));

type Asker = typeof GUSU;
/** What an asker is told of each need when asking for it alone: whole, masked or nothing. */
async function seen(asker: Asker) {
  const told: Partial<Record<NeedId, string>> = {};
  for (const id of ids) {
    const found = await market.platform.readNeed(asker, id);
    told[id] = !found.ok ? found.refusal.code : 'code' in found.value.value ? 'whole' : 'masked';
  }
  return told;
}
const listed = async (asker: Asker) =>
  (await done(market.platform.listNeeds(asker, { limit: 50 }))).items.map(
    (need) => `${need.id} ${'code' in need ? 'whole' : 'masked'}`,
  );
const ofFirm = async (asker: Asker, limit = 50, after?: string) =>
  done(
    market.platform.listNeedsOfEnterprise(asker, {
      code: CODE,
      limit,
      ...(after !== undefined && { after }),
    }),
  );

test('a bank is told of the needs that invite it alone, of anonymous ones without their firm', async () => {
  expect(await seen(GUSU)).toEqual({
    need_all: 'whole',
    'need_all-anonymous': 'masked',
    need_gusu: 'whole',
    'need_gusu-anonymous': 'masked',
    need_product: 'not_found',
  });
  expect(await seen(WUZHONG)).toEqual({
    need_all: 'whole',
    'need_all-anonymous': 'masked',
    need_gusu: 'not_found',
    'need_gusu-anonymous': 'not_found',
    need_product: 'whole',
  });
});

test('a list tells of each need what reading it alone tells', async () => {
  for (const asker of [GUSU, WUZHONG, anOfficer()]) {
    const alone = await seen(asker);
    const expected = ids.flatMap((id) => (alone[id] === 'not_found' ? [] : `${id} ${alone[id]}`));
    expect(await listed(asker)).toEqual(expected.toSorted());
  }
});

test.each<[ConsentStatus, object, string]>([
  ['active', {}, 'whole'],
  ['active', { validUntil: addDays(TODAY, -1) }, 'masked'],
  ['active', { recipient: { kind: 'bank', organisation: 'bank_wuzhong' } }, 'masked'],
  ['active', { code: OTHER_CODE }, 'masked'],
  ['requested', {}, 'masked'],
  ['paused', {}, 'masked'],
  ['revoked', {}, 'masked'],
  ['declined', {}, 'masked'],
])('under a consent that is %s, %j, an anonymous need is %s', async (status, told, expected) => {
  await gives(status, told);
  const [all, gusu] = ['need_all-anonymous', 'need_gusu-anonymous'] as const;
  expect(await seen(GUSU)).toMatchObject({ [all]: expected, [gusu]: expected });
  expect(await listed(GUSU)).toContain(`${all} ${expected}`);
});

test('a consent opens no need that goes to others', async () => {
  await gives();
  expect((await seen(GUSU)).need_product).toBe('not_found');
});

test('asked by its code, a firm has no anonymous needs to a bank without its consent', async () => {
  expect((await ofFirm(GUSU)).items.map(({ id }) => id)).toEqual(['need_gusu', 'need_all']);
  await gives();
  expect((await ofFirm(GUSU)).items.map(({ id }) => id)).toEqual([
    'need_gusu-anonymous',
    'need_gusu',
    'need_all-anonymous',
    'need_all',
  ]);
});

test('page by page a bank meets the same needs, and no page tells of those between', async () => {
  const met: string[] = [];
  let after: string | undefined;
  do {
    const page = await ofFirm(GUSU, 1, after);
    expect(page.items).toHaveLength(1);
    met.push(...page.items.map(({ id }) => id));
    expect(page.next ?? '').not.toMatch('anonymous|product');
    after = page.next;
  } while (after !== undefined);
  expect(met).toEqual(['need_gusu', 'need_all']);
});

test('a bank that is told of nothing is not told that there is more', async () => {
  await done(
    market.platform.submitNeed(
      OTHER_OWNER,
      needTerms({ id: 'need_hidden', code: OTHER_CODE, visibility: 'anonymous' }),
    ),
  );
  const page = await market.platform.listNeedsOfEnterprise(GUSU, { code: OTHER_CODE, limit: 1 });
  expect(await done(Promise.resolve(page))).toEqual({ items: [] });
});

test('the firm itself and the office see all of it', async () => {
  const all = Object.fromEntries(ids.map((id) => [id, 'whole']));
  expect(await seen(OWNER)).toEqual(all);
  expect(await seen(anOfficer('office.auditor'))).toEqual(all);
  expect((await ofFirm(OWNER)).items).toHaveLength(ids.length);
  expect(await seen(OTHER_OWNER)).toEqual(Object.fromEntries(ids.map((id) => [id, 'not_found'])));
});

test('numbers of people in what a firm wrote are for itself and for office.data alone', async () => {
  const told = {
    id: 'need_written',
    purposeDetail: `联系人${WANG.idNumber}，${WANG.phone}`,
    attachments: [{ kind: 'other', name: `${WANG.idNumber}.pdf`, digest: 'ab'.repeat(32) }],
  } as const;
  await done(market.platform.submitNeed(OWNER, needTerms(told)));
  const read = async (asker: Asker) => {
    const one = await done(market.platform.readNeed(asker, 'need_written'));
    const listed = await ofFirm(asker);
    const page = { need: 'need_written', limit: 5 } as const;
    const editions =
      asker.kind === 'bank' ? [] : await market.platform.listNeedEditions(asker, page);
    return JSON.stringify([one, listed, editions]);
  };
  for (const asker of [OWNER, anOfficer('office.data')])
    expect(await read(asker)).toContain(`联系人${WANG.idNumber}，${WANG.phone}`);
  for (const asker of [GUSU, anOfficer('office.auditor')])
    for (const number of [WANG.idNumber, WANG.phone])
      expect(await read(asker)).not.toContain(number);
});
