import { expect, test } from 'vitest';
import { recordId } from '#domain/credit/record';
import type { VerificationTerms } from '#domain/credit/verification';
import { CODE, TODAY } from '#test/support/builders';
import { aFirm } from '#test/support/principals';
import { done, OFFICE } from '#test/support/slice';
import { aCity, debtorRow, declaredRow } from './a-city.ts';

const record = recordId('self-declared', CODE, 'qualification|高新技术企业|');
const terms = (told: Partial<VerificationTerms> = {}): VerificationTerms => ({
  id: 'verification_one',
  record,
  outcome: 'verified',
  evidence: [{ name: '证书扫描件', proves: '证书有效' }],
  reasons: [{ code: 'paper_genuine' }],
  ...told,
});

async function aDeclaration() {
  const city = await aCity();
  await city.rows('self-declared', declaredRow);
  const [kept] = (await city.store.dossier(CODE)).records.filter(
    ({ catalogue }) => catalogue === 'self-declared',
  );
  const id = kept?.id ?? record;
  const uses = async () => {
    const { catalogues, lists } = await done(
      city.platform.readProfile(aFirm(CODE), { code: CODE }),
    );
    return { counts: catalogues['self-declared']?.records ?? 0, lists };
  };
  return { ...city, id, uses };
}

test('a declaration counts only once it was found true', async () => {
  const { platform, id, uses } = await aDeclaration();
  expect(await uses()).toEqual({ counts: 0, lists: [] });
  const first = await done(platform.verifyRecord(OFFICE, terms({ record: id })));
  expect(first).toMatchObject({ created: true, value: { code: CODE, by: OFFICE } });
  expect(await uses()).toEqual({ counts: 1, lists: [] });
  expect(await done(platform.verifyRecord(OFFICE, terms({ record: id })))).toMatchObject({
    created: false,
    value: first.value,
  });
});

test('one found false counts nowhere, its firm is told and stands under attention', async () => {
  const { platform, id, uses, store } = await aDeclaration();
  const outcome = 'false';
  await done(platform.verifyRecord(OFFICE, terms({ record: id, outcome })));
  expect(await uses()).toMatchObject({
    counts: 0,
    lists: [{ type: 'attention_list', action: 'manual', record: id, since: TODAY }],
  });
  const { items } = await store.list('noticesTo', `firm/${CODE}`, { limit: 10 });
  expect(items.map(({ value }) => value)).toMatchObject([
    { kind: 'false_declaration', code: CODE, record: id },
  ]);
  expect(store.events.at(-1)).toMatchObject({
    type: 'records_changed',
    codes: [CODE],
    catalogue: 'self-declared',
  });
});

test('a later look replaces an earlier one, whose firm is cleared', async () => {
  const { platform, id, uses } = await aDeclaration();
  await done(platform.verifyRecord(OFFICE, terms({ record: id, outcome: 'false' })));
  await done(platform.verifyRecord(OFFICE, terms({ record: id, id: 'verification_two' })));
  expect(await uses()).toEqual({ counts: 1, lists: [] });
});

test('what is declared anew waits for somebody to look again', async () => {
  const { platform, id, uses, rows } = await aDeclaration();
  await done(platform.verifyRecord(OFFICE, terms({ record: id })));
  await rows('self-declared', { ...declaredRow, amount: '100' });
  expect(await uses()).toEqual({ counts: 0, lists: [] });
});

test('a lie stays one when it is declared anew in true words', async () => {
  const { platform, id, uses, rows } = await aDeclaration();
  await done(platform.verifyRecord(OFFICE, terms({ record: id, outcome: 'false' })));
  await rows('self-declared', { ...declaredRow, amount: '100' });
  expect(await uses()).toMatchObject({ counts: 0, lists: [{ type: 'attention_list' }] });
  await done(platform.verifyRecord(OFFICE, terms({ record: id, id: 'verification_two' })));
  expect(await uses()).toMatchObject({ counts: 1, lists: [{ type: 'attention_list' }] });
});

test.each<[string, Partial<VerificationTerms>]>([
  ['outcome', { outcome: 'false' }],
  ['record', { record: recordId('self-declared', CODE, 'other') }],
  ['evidence', { evidence: [{ name: '另一份', proves: '证书有效' }] }],
  ['reasons', { reasons: [{ code: 'paper_genuine', note: '已电话核实' }] }],
])('another %s under the same id is refused, and named', async (field, told) => {
  const { platform, id } = await aDeclaration();
  await done(platform.verifyRecord(OFFICE, terms({ record: id })));
  expect(await platform.verifyRecord(OFFICE, { ...terms({ record: id }), ...told })).toMatchObject({
    ok: false,
    refusal: { code: 'verification_differs', field },
  });
});

test('only a declaration is verified, and only one that there is', async () => {
  const { platform, rows } = await aDeclaration();
  await rows('dishonest-debtor', debtorRow);
  const debtor = recordId('dishonest-debtor', CODE, debtorRow.case_number);
  expect(await platform.verifyRecord(OFFICE, terms({ record: debtor }))).toMatchObject({
    refusal: { code: 'record_not_verifiable', actual: 'dishonest-debtor' },
  });
  const none = recordId('self-declared', CODE, 'none');
  expect(await platform.verifyRecord(OFFICE, terms({ record: none }))).toMatchObject({
    refusal: { code: 'not_found', field: 'record' },
  });
});

test.each(['promised', 'authorised'])('a declaration without %s is refused', async (flag) => {
  const { rows } = await aCity();
  const absent = await rows('self-declared', { ...declaredRow, [flag]: '' });
  expect(absent.refused).toMatchObject([{ refusals: [{ code: 'required', field: flag }] }]);
  const refused = await rows('self-declared', { ...declaredRow, [flag]: '否' });
  expect(refused.refused).toMatchObject([{ refusals: [{ code: 'not_in_list', field: flag }] }]);
});
