import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { now } from '#adapters/system/clock';
import { addMonths, dateOf } from '#domain/time';
import { type LocalStage, startStage } from '#test/support/local-stage';

/*
 * The life of a penalty, and of a listing, on the bundles and the template that are deployed: delivered, read,
 * counted, disputed, repaired; and gone from everywhere, of which whoever had read is told.
 */

vi.setConfig({ testTimeout: 480_000, hookTimeout: 240_000 });

const FIRM = '91320594724404238R';
const OTHER = '9132059413775230XX';
const NEIGHBOUR = '91320508MA0000269X';
const bank = () => stage.as('bank/bank_gusu', 'loan_officer');
const otherBank = () => stage.as('bank/bank_wuzhong', 'loan_officer');
const office = () => stage.as('office/city', 'data');
const firm = (code: string) => stage.as(`firm/${code}`, 'owner');
const regulator = () => stage.as('department/supplier_regulator', 'supplier');
type Asker = ReturnType<typeof office>;

const today = dateOf(now());
/** A general fault of any order is repaired after three months, and displayed for twelve at least. */
const DECIDED_ON = addMonths(today, -4);
/** A serious one after twelve. */
const LISTED_ON = addMonths(today, -13);

const penalty = {
  统一社会信用代码: FIRM,
  行政相对人名称: '苏州繁欣建筑有限公司',
  行政处罚决定书文号: '苏市监罚〔2026〕7号',
  处罚类别: '罚款',
  违法事实: '未按规定公示年度报告',
  '罚款金额（万元）': '12',
  处罚决定日期: DECIDED_ON,
  处罚机关: '苏州市市场监督管理局',
};
const listing = {
  code: OTHER,
  list_type: 'grave_tax_violation',
  listed_on: LISTED_ON,
  authority: '苏州市税务局',
};
const registrations = [FIRM, OTHER, NEIGHBOUR].map((code) => ({
  code,
  name: `苏州${code}有限公司`,
  status: '存续',
  established_on: '2000-11-14',
  industry: 'E4710',
  district: '320594',
}));

let stage: LocalStage;
beforeAll(async () => {
  stage = await startStage();
  await deliver('batch_firms', 'enterprise-registration', registrations);
  // The city collects both already: a firm that has neither is known to be clean, before as after.
  await deliver('batch_neighbour-fined', 'administrative-penalty', [
    { ...penalty, 统一社会信用代码: NEIGHBOUR },
  ]);
  await deliver('batch_neighbour-listed', 'serious-dishonesty-list', [
    { ...listing, code: NEIGHBOUR },
  ]);
  await stage.untilIdle();
  for (const code of [FIRM, OTHER]) await stage.verify(code);
  await firm(FIRM).put('/v1/consents/consent_penalty/grant', {
    code: FIRM,
    recipient: 'bank_gusu',
    categories: ['administrative_acts', 'score'],
    purpose: 'credit_assessment',
    validFrom: today,
    validUntil: addMonths(today, 3),
    frequency: { reads: 3, days: 90 },
    dataLifeDays: 180,
  });
});
/** What a bank says with every read of the firm. */
const UNDER = 'consent=consent_penalty&purpose=credit_assessment';
afterAll(() => stage?.stop());

async function deliver(id: string, catalogue: string, rows: readonly object[]) {
  await regulator().put(`/v1/batches/${id}`, { catalogue, supplier: 'supplier_regulator', rows });
  const counted = z.object({ counts: z.record(z.string(), z.number()) });
  return counted.parse((await regulator().get(`/v1/batches/${id}`)).body).counts;
}

const scoreAnswer = z.object({
  points: z.number(),
  reasons: z.array(
    z.object({
      code: z.string(),
      records: z.array(z.string()),
      disputed: z.array(z.string()).optional(),
    }),
  ),
});
const readScore = async (code: string, asker: Asker = office()) =>
  scoreAnswer.parse((await asker.get(`/v1/enterprises/${code}/score?${UNDER}`)).body);

const recordPage = z.object({
  items: z.array(
    z.object({ id: z.string(), catalogue: z.string(), disputedBy: z.string().optional() }),
  ),
});
const CATEGORIES = {
  'administrative-penalty': 'administrative_acts',
  'serious-dishonesty-list': 'lists',
} as const;
async function recordsOf(
  code: string,
  catalogue: keyof typeof CATEGORIES,
  asker: Asker = office(),
) {
  const { body } = await asker.get(
    `/v1/enterprises/${code}/records?limit=100&category=${CATEGORIES[catalogue]}&${UNDER}`,
  );
  return recordPage.parse(body).items.filter((record) => record.catalogue === catalogue);
}

const noticePage = z.object({
  items: z.array(
    z.object({
      kind: z.string(),
      code: z.string(),
      record: z.string().optional(),
      case: z.string().optional(),
      on: z.string().optional(),
      detail: z.string().optional(),
    }),
  ),
});
const noticesTo = async (asker: Asker) =>
  noticePage.parse((await asker.get('/v1/notices')).body).items;
const kindsToFirm = async (code: string) =>
  (await noticesTo(firm(code))).map(({ kind }) => kind).toSorted();

const profileOf = async (code: string, on = today) =>
  (await office().get(`/v1/enterprises/${code}/profile?on=${on}`)).body;
const checkOf = async (code: string, asker: Asker = stage.nobody) =>
  (await asker.get(`/v1/checks/${code}`)).body;

const listingPage = z.object({ items: z.array(z.looseObject({ code: z.string() })) });
async function listingOf(code: string, whitelist: string) {
  const { body } = await office().get(`/v1/whitelists/${whitelist}/listings?limit=100`);
  return listingPage.parse(body).items.find((entry) => entry.code === code);
}

/** A list that takes in whoever has as many points, in effect from then on. */
async function publishList(id: string, minPoints: number) {
  await stage
    .as('office/city', 'list_drafter')
    .put(`/v1/whitelists/${id}`, { name: '推荐名单', rule: { minPoints } });
  await stage.untilIdle();
  await stage.as('office/city', 'approver').put(`/v1/whitelists/${id}/publication`, {});
  await stage.untilIdle();
}

const objection = (code: string, record: string) => ({
  kind: 'objection',
  code,
  record,
  statement: '年度报告已按期公示',
  evidence: [{ name: '公示截图', proves: '按期公示' }],
});
const repair = (code: string, record: string) => ({
  kind: 'repair',
  code,
  record,
  statement: '罚款已缴纳，失信行为已纠正',
  evidence: [{ name: '缴款凭证', proves: '义务已履行' }],
  promised: true,
});
const acceptance = { accepted: true, reasons: [{ code: 'papers_complete' }] };
const grant = { outcome: 'granted', reasons: [{ code: 'conditions_met' }] };
const denial = { outcome: 'denied', reasons: [{ code: 'content_right' }] };

test('a penalty is delivered, reminds, costs points and a place, is disputed in vain, repaired, and gone from everywhere for good', async () => {
  const clean = await readScore(FIRM);

  // Delivered: the firm is told with it how it may be repaired.
  const batch = ['administrative-penalty', [penalty]] as const;
  expect(await deliver('batch_penalty', ...batch)).toMatchObject({ delivered: 1, accepted: 1 });
  await stage.untilIdle();
  const [kept] = await recordsOf(FIRM, 'administrative-penalty', bank());
  const record = kept?.id ?? '';
  expect(await noticesTo(firm(FIRM))).toMatchObject([
    { kind: 'repair_reminder', record, on: addMonths(DECIDED_ON, 3) },
  ]);

  // Read and counted: it is the penalty that keeps the firm off the list.
  const punished = await readScore(FIRM, bank());
  expect(punished.points).toBeLessThan(clean.points);
  const causes = punished.reasons.filter(({ records }) => records.includes(record));
  expect(causes.map(({ code }) => code)).toContain('general_penalties');
  expect(await profileOf(FIRM)).toMatchObject({ severities: { general: 1 } });
  await publishList('whitelist_penalty', clean.points);
  expect(await listingOf(FIRM, 'whitelist_penalty')).toMatchObject({
    listed: false,
    grounds: [{ code: 'points_below_floor', required: clean.points, actual: punished.points }],
  });

  // Disputed, it is marked wherever it shows, and counts on; denied, the mark is gone.
  await firm(FIRM).put('/v1/cases/case_objection', objection(FIRM, record));
  await office().put('/v1/cases/case_objection/acceptance', acceptance);
  await stage.untilIdle();
  expect(await recordsOf(FIRM, 'administrative-penalty')).toMatchObject([
    { id: record, disputedBy: 'case_objection' },
  ]);
  expect(await profileOf(FIRM)).toMatchObject({ disputed: [record] });
  const disputed = await readScore(FIRM);
  expect(disputed.points).toBe(punished.points);
  const marked = disputed.reasons.filter(({ records }) => records.includes(record));
  expect(marked.map(({ disputed: by }) => by)).toEqual(marked.map(() => [record]));
  await office().put('/v1/cases/case_objection/decision', denial);
  expect((await recordsOf(FIRM, 'administrative-penalty'))[0]).not.toHaveProperty('disputedBy');

  // Repaired: with the answer it is gone from what is shown and shared, before anything else has run.
  await firm(FIRM).put('/v1/cases/case_repair', repair(FIRM, record));
  await office().put('/v1/cases/case_repair/acceptance', acceptance);
  const decided = await office().put('/v1/cases/case_repair/decision', grant);
  expect(decided).toMatchObject({ status: 'granted' });
  const expectGone = async () => {
    expect(await recordsOf(FIRM, 'administrative-penalty')).toEqual([]);
    // Of past days too: what is repaired is told of no day.
    for (const on of [today, addMonths(today, -1)]) {
      const profile = await profileOf(FIRM, on);
      expect(profile).toMatchObject({ severities: { general: 0 }, disputed: [] });
      expect(profile).not.toHaveProperty(['catalogues', 'administrative-penalty']);
    }
  };
  await expectGone();

  // The score and the list follow, and whoever had read is told, once; nobody else is.
  await stage.untilIdle();
  const expectFollowed = async () => {
    expect(await readScore(FIRM)).toEqual(clean);
    expect(await listingOf(FIRM, 'whitelist_penalty')).toMatchObject({
      listed: true,
      points: clean.points,
    });
    expect(await noticesTo(bank())).toMatchObject([
      { kind: 'record_withdrawn', code: FIRM, record, case: 'case_repair' },
      { kind: 'consent_granted', code: FIRM },
    ]);
    expect(await noticesTo(otherBank())).toEqual([]);
    expect(await kindsToFirm(FIRM)).toEqual([
      'case_accepted',
      'case_accepted',
      'case_decided',
      'case_decided',
      'repair_reminder',
    ]);
  };
  await expectFollowed();

  // Said again, and delivered again by the department, as it was and corrected: it does not come back.
  expect(await firm(FIRM).put('/v1/cases/case_repair', repair(FIRM, record))).toEqual(decided);
  expect(await office().put('/v1/cases/case_repair/acceptance', acceptance)).toEqual(decided);
  expect(await office().put('/v1/cases/case_repair/decision', grant)).toEqual(decided);
  expect(await deliver('batch_again', ...batch)).toMatchObject({ delivered: 1, duplicate: 1 });
  const corrected = [{ ...penalty, '罚款金额（万元）': '13' }];
  expect(await deliver('batch_corrected', 'administrative-penalty', corrected)).toMatchObject({
    delivered: 1,
    corrected: 1,
  });
  await stage.untilIdle();
  await expectGone();
  await expectFollowed();
});

test('a list that stops hard takes a firm off the recommended list, and its repair brings it back', async () => {
  const clean = await readScore(OTHER);
  await publishList('whitelist_listing', clean.points);
  expect(await listingOf(OTHER, 'whitelist_listing')).toMatchObject({ listed: true });

  await deliver('batch_listing', 'serious-dishonesty-list', [listing]);
  await stage.untilIdle();
  expect(await checkOf(OTHER, otherBank())).toMatchObject({
    verdict: 'hard_stop',
    hits: [{ type: 'grave_tax_violation', since: LISTED_ON }],
  });
  expect(await listingOf(OTHER, 'whitelist_listing')).toMatchObject({
    listed: false,
    grounds: expect.arrayContaining([expect.objectContaining({ code: 'hard_stop' })]),
  });

  const [kept] = await recordsOf(OTHER, 'serious-dishonesty-list');
  const record = kept?.id ?? '';
  await firm(OTHER).put('/v1/cases/case_delisting', repair(OTHER, record));
  await office().put('/v1/cases/case_delisting/acceptance', acceptance);
  await office().put('/v1/cases/case_delisting/decision', grant);
  expect(await checkOf(OTHER)).toMatchObject({ verdict: 'clear', hits: [] });
  await stage.untilIdle();
  expect(await readScore(OTHER)).toEqual(clean);
  expect(await listingOf(OTHER, 'whitelist_listing')).toMatchObject({ listed: true });
  expect(await noticesTo(otherBank())).toMatchObject([
    { kind: 'record_withdrawn', code: OTHER, record, case: 'case_delisting' },
  ]);
});

test('what no function could handle: nothing', () => {
  for (const [name, depth] of Object.entries(stage.local().queueDepths()))
    expect(depth.deadLettered, name).toBe(0);
});
