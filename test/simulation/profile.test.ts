import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CaseAction, caseActions, caseKinds } from '#domain/case/case';
import { reasonCodes } from '#domain/case/reason-codes';
import { entryOf, type ProfileEntries, profileOf } from '#domain/credit/profile';
import type { CreditRecord } from '#domain/credit/record';
import { usesOf } from '#domain/credit/uses';
import type { BatchId, CaseId } from '#domain/ids';
import { addDays, type BusinessDate, date } from '#domain/time';
import { join } from '#platform/join';
import type { Platform } from '#platform/platform';
import { memoryStore } from '#test/support/memory-store';
import { aFirm } from '#test/support/principals';
import { done, FIRM, OFFICE, OTHER_FIRM, slicePorts } from '#test/support/slice';
import type { Store } from '#usecases/ports';

/*
 * Whatever happens to a firm's records, its profile is the fold of them as of any day: deliveries, corrections,
 * repeats, verifications, objections and repairs, in any order.
 */

type Step = {
  readonly name: string;
  readonly run: (platform: Platform, at: number, store: Store) => Promise<void>;
};

const firm = fc.constantFrom(FIRM, OTHER_FIRM);
const day = fc.constantFrom('2021-05-31', '2023-02-28', '2024-11-30', '2025-12-01', '2026-02-27');

const rows = {
  'administrative-penalty': fc.record({
    code: firm,
    document_number: fc.constantFrom('1号', '2号', '3号'),
    category: fc.constantFrom('警告', '罚款', '吊销许可证'),
    fine_amount: fc.constantFrom('', '0.5', '200'),
    decided_on: day,
    authority: fc.constant('市监局'),
  }),
  'dishonest-debtor': fc.record({
    code: firm,
    case_number: fc.constantFrom('（2025）苏05执1号', '（2025）苏05执2号'),
    court: fc.constant('苏州中院'),
    listed_on: day,
    removed_on: fc.constantFrom('', '2026-02-28'),
  }),
  'social-insurance': fc.record({
    code: firm,
    month: fc.constantFrom('2025-01', '2025-02', '2024-12'),
    headcount: fc.constantFrom('5', '6'),
  }),
  'enterprise-registration': fc.record({
    code: firm,
    name: fc.constantFrom('甲公司', '乙公司'),
    status: fc.constantFrom('存续', '吊销'),
    district: fc.constantFrom('320508', ''),
  }),
} as const;
type Delivered = keyof typeof rows;

const deliveryOf = (catalogue: Delivered) =>
  fc
    .array(rows[catalogue] as fc.Arbitrary<Record<string, string>>, { minLength: 1, maxLength: 4 })
    .map(
      (delivered): Step => ({
        name: `${catalogue} ${JSON.stringify(delivered)}`,
        run: async (platform, at) => {
          const id: BatchId = `batch_step-${at}`;
          await done(
            platform.deliverRows(OFFICE, {
              id,
              catalogue,
              supplier: 'supplier_s',
              rows: delivered,
            }),
          );
        },
      }),
    );

/** A case against any record of a firm, taken as far as the actions lead; what is refused changes nothing. */
const anyFiling = fc
  .record({
    code: firm,
    kind: fc.constantFrom(...caseKinds),
    nth: fc.nat(5),
    actions: fc.subarray([...caseActions]),
  })
  .map(
    ({ code, kind, nth, actions }): Step => ({
      name: `${kind} of record ${nth}: ${actions}`,
      run: async (platform, at, store) => {
        const records = await recordsOf(store, code);
        const record = records[nth % Math.max(1, records.length)];
        if (!record) return;
        const id: CaseId = `case_step-${at}`;
        await platform.fileCase(OFFICE, {
          id,
          kind,
          code,
          record: record.id,
          statement: '请核查。',
          evidence: [{ name: '缴款书', proves: '罚款已缴清' }],
          promised: true,
        });
        for (const action of actions) await act(platform, id, action);
      },
    }),
  );

/** Anything done to any case of a firm, however long ago it was filed. */
const anyMove = fc
  .record({ code: firm, action: fc.constantFrom(...caseActions), nth: fc.nat(3) })
  .map(
    ({ code, action, nth }): Step => ({
      name: `${action} case ${nth}`,
      run: async (platform) => {
        const { items } = await done(platform.listCasesOfEnterprise(OFFICE, { code, limit: 100 }));
        const kept = items[nth % Math.max(1, items.length)];
        if (kept) await act(platform, kept.id, action);
      },
    }),
  );

async function act(platform: Platform, id: CaseId, action: CaseAction) {
  const found = await platform.readCase(OFFICE, id);
  if (!found.ok) return;
  const known = action === 'cancel' ? {} : reasonCodes[found.value.value.kind][action];
  const [code] = Object.keys(known);
  await platform.moveCase(OFFICE, { id, action, reasons: code === undefined ? [] : [{ code }] });
}

const anyStep = fc.oneof(
  ...(Object.keys(rows) as Delivered[]).map(deliveryOf),
  { weight: 3, arbitrary: anyFiling },
  { weight: 2, arbitrary: anyMove },
);

async function recordsOf(store: Store, code: typeof FIRM): Promise<readonly CreditRecord[]> {
  const { items } = await store.list('recordsOfEnterprise', code, { limit: 100 });
  return items.map(({ value }) => value);
}

const foldOf = (records: readonly CreditRecord[]): ProfileEntries =>
  Object.fromEntries(records.map((record) => [record.id, entryOf(record)]));

const anyDay = fc.nat(2_200).map((days) => addDays(date('2020-06-01'), days));

test('a profile is the fold of its records as of any day', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyStep, { minLength: 1, maxLength: 8 }),
      fc.array(anyDay, { minLength: 3, maxLength: 3 }),
      async (steps, days) => {
        const store = memoryStore();
        const platform = join(slicePorts(store));
        for (const [at, step] of steps.entries()) {
          await step.run(platform, at, store);
          for (const code of [FIRM, OTHER_FIRM]) {
            const records = await recordsOf(store, code);
            for (const asOf of days) {
              const profile = await done(platform.readProfile(OFFICE, { code, asOf }));
              expect(profile).toEqual(profileOf({ code, entries: foldOf(records), asOf }));
              expect(profile.severities.serious, step.name).toBe(seriousOn(records, asOf));
            }
          }
        }
      },
    ),
    { numRuns: 120 },
  );
});

/** Reckoned from the records themselves, without the profile's own code. */
const seriousOn = (records: readonly CreditRecord[], asOf: BusinessDate): number =>
  records.filter((record) => record.severity === 'serious' && usesOf(record, asOf).shared).length;

test('a profile costs one read, however many records the firm has', async () => {
  const store = memoryStore();
  let reads = 0;
  const read = <Answer>(answer: Answer): Answer => {
    reads += 1;
    return answer;
  };
  const counting: Store = {
    ...store,
    get: (kind, id) => read(store.get(kind, id)),
    getMany: (kind, ids) => read(store.getMany(kind, ids)),
    list: (collection, of, page) => read(store.list(collection, of, page)),
    dossier: (code) => read(store.dossier(code)),
    profile: (code) => read(store.profile(code)),
    revisions: (of) => read(store.revisions(of)),
  };
  const platform = join(slicePorts(counting));
  await done(
    platform.deliverRows(OFFICE, {
      id: 'batch_many',
      catalogue: 'administrative-penalty',
      supplier: 'supplier_s',
      rows: Array.from({ length: 120 }, (_, index) => ({
        code: FIRM,
        document_number: `${index}号`,
        category: '警告',
        decided_on: '2025-12-01',
        authority: '市监局',
      })),
    }),
  );
  reads = 0;
  const itself = aFirm(FIRM);
  const profile = await done(platform.readProfile(itself, { code: FIRM }));
  expect(reads).toBe(1);
  reads = 0;
  await done(platform.readProfile(OFFICE, { code: FIRM }));
  expect(reads, 'the profile, the note of who has read it, the head of the audit').toBe(3);
  expect(profile.catalogues['administrative-penalty']?.records).toBe(120);
});
