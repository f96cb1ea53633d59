import { registryMatch } from '#adapters/identity/registry-match';
import { reference } from '#adapters/reference/reference';
import { reckoner } from '#adapters/scoring/reckoner';
import { digest } from '#adapters/system/digest';
import { newEventId } from '#adapters/system/event-ids';
import { readRows } from '#adapters/tabular/read-rows';
import { vaultUnder } from '#adapters/vault/vault';
import { assert } from '#domain/assert';
import type { CatalogueId } from '#domain/credit/catalogue';
import { recordId } from '#domain/credit/record';
import type { BatchId, NeedId } from '#domain/ids';
import { yuan } from '#domain/money';
import { SYSTEM } from '#domain/principal';
import type { Outcome } from '#domain/refusal';
import { expertCard } from '#domain/scoring/expert-card';
import { citySegments } from '#domain/scoring/segments';
import { addDays } from '#domain/time';
import { alone, enterMarket } from '#platform/enter-market';
import { join } from '#platform/join';
import type { Platform } from '#platform/platform';
import { idNumber } from '#test/support/a-person';
import {
  aRule,
  instant,
  NOW,
  needTerms,
  productTerms,
  TODAY,
  unifiedCode,
} from '#test/support/builders';
import { memoryArchive } from '#test/support/memory-archive';
import { memoryMeter } from '#test/support/memory-ports';
import { memoryRing } from '#test/support/memory-ring';
import { aBank, OPERATOR } from '#test/support/principals';
import { testSigner } from '#test/support/test-signer';
import type { Ports, Store } from '#usecases/ports';

export const OFFICE = OPERATOR;
export const FIRM = unifiedCode('91320508MA0000269X');
export const OTHER_FIRM = unifiedCode('91320508MA00004370');

/** The day of the builders can be sealed. */
const DAY_IS_OVER = instant('2026-03-02T17:00:00.000Z');

/** Files that batches are read from, by batch; hand it to `slicePorts` and fill it. */
export type Files = Map<BatchId, string | Uint8Array>;

const signer = testSigner();

/** Real ports over a store, at a fixed moment; all of a file's tests sign with one key. */
export const slicePorts = (store: Store, files: Files = new Map()): Ports => ({
  store,
  meter: memoryMeter(),
  now: () => NOW,
  today: () => TODAY,
  newEventId,
  readRows,
  reference: reference(),
  digest,
  signer,
  archive: memoryArchive(),
  reckoner,
  vault: vaultUnder({ ring: memoryRing(), store, now: () => NOW }),
  identityProvider: registryMatch({
    enterpriseOf: async (code) => (await store.get('enterprise', code))?.value,
  }),
  inbox: {
    uploadUrl: async (batch) => `https://inbox.example/batches/${batch}`,
    open: async (batch) => {
      const file = files.get(batch);
      return file === undefined ? undefined : bytesOf(file);
    },
    size: async (batch) => {
      const file = files.get(batch);
      return file === undefined ? undefined : Buffer.byteLength(file);
    },
  },
});

async function* bytesOf(file: string | Uint8Array) {
  yield typeof file === 'string' ? new TextEncoder().encode(file) : file;
}

export async function done<Answer>(outcome: Promise<Outcome<Answer>>): Promise<Answer> {
  const answer = await outcome;
  assert(answer.ok, `not refused: ${answer.ok ? '' : JSON.stringify(answer.refusal)}`);
  return answer.value;
}

export const deliver = (
  platform: Platform,
  catalogue: CatalogueId,
  rows: readonly Record<string, string>[],
  id: BatchId = `batch_slice-${catalogue}`,
) => done(platform.deliverRows(OFFICE, { id, catalogue, supplier: 'supplier_city', rows }));

/** The main job from end to end in its smallest form: records → scores → list → need → ranked products. */
export async function liveThroughTheSlice(store: Store): Promise<Platform> {
  const platform = join(slicePorts(store));
  await deliver(
    platform,
    'enterprise-registration',
    [
      {
        code: FIRM,
        name: '苏州禾木精密制造有限公司',
        established_on: '2012-05-08',
        industry: 'C3484',
        district: '320508',
      },
      {
        code: OTHER_FIRM,
        name: '苏州清远贸易有限公司',
        established_on: '2025-11-03',
        industry: 'F5199',
        district: '320506',
      },
      { code: 'not a code', name: '' },
    ],
    'batch_slice-registration',
  );
  await done(
    platform.putSupplier(OFFICE, {
      id: 'supplier_city',
      name: '苏州市市场监督管理局',
      kind: 'market_regulator',
      duties: ['enterprise-registration'],
    }),
  );
  await deliver(platform, 'vat-invoice', [
    {
      code: FIRM,
      direction: 'sale',
      number: '00012345',
      issued_on: '2026-01-15',
      amount: '250000.00',
      status: 'valid',
    },
  ]);
  await judgeRecords(platform);
  for (const code of [FIRM, OTHER_FIRM]) await done(platform.scoreEnterprise(OFFICE, { code }));
  const card = { ...expertCard, version: expertCard.version + 1 };
  const challenger = await done(platform.draftCard(OFFICE, { card, role: 'challenger' }));
  await done(platform.compareChallenger(OFFICE, { challenger: challenger.value.id }));
  await done(platform.draftScheme(OFFICE, { ...citySegments, version: 2 }));
  const terms = {
    id: 'whitelist_slice',
    name: '首批',
    rule: aRule({ minPoints: 1, minAgeMonths: 12 }),
  } as const;
  await done(platform.requestWhitelist(OFFICE, terms));
  await done(platform.draftWhitelist(OFFICE, { id: terms.id, after: '' }));
  await done(platform.publishWhitelist(OFFICE, terms.id));
  await done(enterMarket(platform, productTerms(), alone(OFFICE)));
  const draft = productTerms({ id: 'product_drafted' });
  await done(platform.putProduct(OFFICE, { product: draft }));
  const need = needTerms({ id: 'need_slice', code: FIRM });
  await done(platform.submitNeed(OFFICE, need));
  await done(platform.matchNeed(OFFICE, { need: need.id }));
  await holdAnEvent(platform, need.id);
  const findable = { code: FIRM, banks: 'all', discloses: ['score'], until: TODAY } as const;
  await done(platform.allowFinding(OFFICE, findable));
  await done(platform.countFirms(OFFICE, {}));
  await watchScores(platform, store);
  const later = join({ ...slicePorts(store), now: () => DAY_IS_OVER });
  await done(later.checkpointAudit(SYSTEM, {}));
  return platform;
}

/** One bank, one need, which get each other. */
async function holdAnEvent(platform: Platform, need: NeedId): Promise<void> {
  const event = 'event_slice';
  const closesOn = addDays(TODAY, 7);
  await done(platform.openMatchingEvent(OFFICE, { id: event, name: '首场', closesOn }));
  const capacity = { event, bank: 'bank_gusu', quota: 3, amount: yuan(9_000_000) } as const;
  await done(platform.bringCapacity(OFFICE, capacity));
  await done(platform.joinMatchingEvent(OFFICE, { event, need }));
  await done(platform.assignMatchingEvent(OFFICE, event));
}

/** A loan that keeps, the week's figures, and a sample, which no city of two firms makes by itself. */
async function watchScores(platform: Platform, store: Store): Promise<void> {
  await done(
    platform.reportOutcome(OFFICE, {
      id: 'outcome_slice',
      code: FIRM,
      bank: 'bank_gusu',
      loan: 'L-1',
      classification: 'normal',
      observedFrom: addDays(TODAY, -90),
      observedTo: TODAY,
    }),
  );
  await done(
    platform.reportDecision(OFFICE, {
      id: 'decision_slice',
      need: 'need_slice',
      product: 'product_quick',
      bank: 'bank_gusu',
      approved: true,
      decidedOn: TODAY,
    }),
  );
  await done(platform.monitorScores(OFFICE, {}));
  const value = {
    hash: digest('a card'),
    card: { id: 'expert', version: 1 },
    takenOn: TODAY,
    firms: 100,
    distribution: { edges: [700], shares: [0.5, 0.5] },
    attributes: { age: [1, 0, 0] },
  };
  await store.commit({ changes: [{ kind: 'activationSample', value, expected: 0 }], events: [] });
}

/** A penalty to which the firm objects, and a declaration that is verified. */
async function judgeRecords(platform: Platform): Promise<void> {
  await deliver(platform, 'administrative-penalty', [
    {
      code: FIRM,
      document_number: '1号',
      category: '警告',
      decided_on: '2026-01-15',
      authority: '市监局',
    },
  ]);
  await deliver(platform, 'self-declared', [
    {
      code: FIRM,
      kind: '资质证书',
      title: '质量管理体系认证',
      document_number: '7',
      happened_on: '2025-06-01',
      promised: '是',
      authorised: '是',
    },
  ]);
  await done(
    platform.fileCase(OFFICE, {
      id: 'case_slice',
      kind: 'objection',
      code: FIRM,
      record: recordId('administrative-penalty', FIRM, '1号|市监局'),
      statement: '处罚对象并非本企业',
      evidence: [],
      promised: false,
    }),
  );
  await done(
    platform.verifyRecord(OFFICE, {
      id: 'verification_slice',
      record: recordId('self-declared', FIRM, 'qualification|质量管理体系认证|7'),
      outcome: 'verified',
      evidence: [{ name: '证书原件', proves: '证书属实' }],
      reasons: [],
    }),
  );
  await done(platform.readProfile(OFFICE, { code: FIRM }));
  await done(
    platform.verifyIdentity(OFFICE, {
      code: FIRM,
      name: '王建国',
      idNumber: idNumber('32050819900101123'),
      method: 'registry_match',
    }),
  );
  await done(platform.applyRetention(OFFICE, {}));
  await done(
    platform.grantConsent(OFFICE, {
      id: 'consent_slice',
      code: FIRM,
      recipient: { kind: 'bank', organisation: 'bank_gusu' },
      categories: ['tax', 'score'],
      purpose: 'credit_assessment',
      validFrom: TODAY,
      validUntil: TODAY,
      frequency: { reads: 3, days: 90 },
      dataLifeDays: 180,
    }),
  );
  const under = { consent: 'consent_slice', purpose: 'credit_assessment' } as const;
  await done(platform.readProfile(aBank(), { code: FIRM, under }));
}
