import { expect, test } from 'vitest';
import { catalogues } from '#domain/credit/catalogues';
import type { Principal } from '#domain/principal';
import { join } from '#platform/join';
import { returnedFile } from '#platform/returned-file';
import { WANG } from '#test/support/a-person';
import { memoryStore } from '#test/support/memory-store';
import { aDepartment, anOfficer, OPERATOR } from '#test/support/principals';
import { done, FIRM, slicePorts } from '#test/support/slice';
import { mends } from '#usecases/open-refused';

const ROWS = [
  {
    code: FIRM,
    title: '示范企业',
    level: '市级',
    granted_on: '2024-05-01',
    法定代表人: WANG.name,
    身份证号: WANG.idNumber,
  },
  {
    code: 'not a code',
    title: `联系人电话 ${WANG.phone}`,
    level: WANG.idNumber,
    granted_on: '2024-05-01',
    法定代表人: WANG.name,
    身份证号: WANG.idNumber,
  },
];
const SUPPLIER = aDepartment('supplier_a');

async function delivered() {
  const store = memoryStore();
  const platform = join(slicePorts(store));
  const answer = await done(
    platform.deliverRows(SUPPLIER, {
      id: 'batch_people',
      catalogue: 'honour',
      supplier: 'supplier_a',
      rows: ROWS,
    }),
  );
  const rows = async (asker: Principal) =>
    (await done(platform.readRefusedRows(asker, { batch: 'batch_people', limit: 10 }))).items;
  return { store, answer, rows };
}

test('what was refused lies sealed in the store, and says nothing of anybody', async () => {
  const { store } = await delivered();
  const kept = JSON.stringify(
    (await store.list('refusalsOfBatch', 'batch_people', { limit: 10 })).items,
  );
  for (const secret of Object.values(WANG)) expect(kept).not.toContain(secret);
  expect(kept).toContain('sealed');
  expect(kept).toContain(`${WANG.idNumber.slice(0, 4)}**********`);
  expect(JSON.stringify(store.events)).not.toContain(WANG.idNumber);
});

test('whoever has to mend a row gets it back as it came', async () => {
  const { answer, rows } = await delivered();
  for (const asker of [SUPPLIER, anOfficer('office.data'), OPERATOR])
    expect(
      (await rows(asker)).map(({ cells }) => cells),
      asker.id,
    ).toEqual([ROWS[1]]);
  expect(answer.refused).toEqual(await rows(SUPPLIER));
  expect(returnedFile(await rows(SUPPLIER), catalogues.honour, 'zh')).toContain(WANG.idNumber);
});

test('a refusal quotes nobody, not even to those who mend', async () => {
  const { rows } = await delivered();
  const [row] = await rows(SUPPLIER);
  expect(row?.refusals.length).toBeGreaterThan(0);
  expect(JSON.stringify(row?.refusals)).not.toContain(WANG.idNumber);
});

test.each([
  [SUPPLIER, true],
  [aDepartment('supplier_a', 'department.machine'), true],
  [aDepartment('supplier_b'), false],
  [anOfficer('office.data'), true],
  [anOfficer('office.auditor'), false],
  [anOfficer('office.model'), false],
  [OPERATOR, true],
])('%o mends the rows of supplier_a: %s', (asker, may) => {
  expect(mends(asker, 'supplier_a')).toBe(may);
});

test('rows that nobody stands in are not sealed', async () => {
  const store = memoryStore();
  const platform = join(slicePorts(store));
  await done(
    platform.deliverRows(SUPPLIER, {
      id: 'batch_plain',
      catalogue: 'honour',
      supplier: 'supplier_a',
      rows: [{ code: 'not a code', title: 'x', level: '市级', granted_on: '2024-05-01' }],
    }),
  );
  const { items } = await store.list('refusalsOfBatch', 'batch_plain', { limit: 10 });
  expect(items[0]?.value.rows[0]).not.toHaveProperty('sealed');
  expect(await store.get('vaultKey', 'hash')).toBeUndefined();
});
