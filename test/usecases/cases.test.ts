import { expect, test } from 'vitest';
import type { CaseTerms } from '#domain/case/case';
import type { Move } from '#domain/case/decide-move';
import { recordId } from '#domain/credit/record';
import { join } from '#platform/join';
import { CODE, TODAY } from '#test/support/builders';
import { aFirm } from '#test/support/principals';
import { done, OFFICE } from '#test/support/slice';
import type { Store } from '#usecases/ports';
import { aCity } from './a-city.ts';

const penaltyRow = {
  document_number: '苏姑市监罚〔2025〕1号',
  category: '罚款',
  fine_amount: '5',
  decided_on: '2025-11-03',
  authority: '姑苏区市场监督管理局',
};
const record = recordId(
  'administrative-penalty',
  CODE,
  `${penaltyRow.document_number}|${penaltyRow.authority}`,
);
const terms = (told: Partial<CaseTerms> = {}): CaseTerms => ({
  id: 'case_one',
  kind: 'repair',
  code: CODE,
  record,
  statement: '罚款已缴清。',
  evidence: [{ name: '缴款书', proves: '罚款已缴清' }],
  promised: true,
  ...told,
});
const objection = (told: Partial<CaseTerms> = {}) =>
  terms({ kind: 'objection', statement: '处罚对象不是我公司。', evidence: [], ...told });

const reasons = {
  accept: 'papers_complete',
  decline: 'papers_incomplete',
  extend: 'case_complex',
  grant: 'conditions_met',
  deny: 'not_corrected',
} as const;
const move = (action: Move['action'], code?: string) => ({
  id: 'case_one' as const,
  action,
  reasons: action === 'cancel' ? [] : [{ code: code ?? reasons[action] }],
});
const upheld = move('grant', 'wrong_firm');

async function aPenalty() {
  const city = await aCity();
  const { rows } = city;
  const delivered = await rows('administrative-penalty', penaltyRow);
  expect(delivered.batch.counts).toMatchObject({ accepted: 1 });
  return { ...city, ...watching(city.store, city.platform) };
}

function watching(
  store: Awaited<ReturnType<typeof aCity>>['store'],
  platform: ReturnType<typeof join>,
) {
  const standing = async () => {
    const { disputedBy, withdrawn } = (await store.get('record', record))?.value ?? {};
    return { ...(disputedBy && { disputedBy }), ...(withdrawn && { withdrawn }) };
  };
  // The firm's own reads are in no ledger, so that they stand between no events.
  const profile = () => done(platform.readProfile(aFirm(CODE), { code: CODE }));
  const penalties = async () =>
    (await profile()).catalogues['administrative-penalty']?.records ?? 0;
  const notices = async () =>
    (await store.list('noticesTo', `firm/${CODE}`, { limit: 50 })).items
      .map(({ value }) => value)
      .filter(({ case: of }) => of !== undefined)
      .map(({ kind, detail, on }) => `${kind} ${detail} ${on}`)
      .sort();
  const happened = () =>
    store.events.map((event) =>
      event.type === 'case_moved' ? `${event.type} ${event.status}` : event.type,
    );
  return { standing, profile, penalties, notices, happened };
}

test('a repair that is granted takes its record from everywhere in one commit', async () => {
  const { platform, store, standing, penalties, notices, happened } = await aPenalty();
  const filed = await done(platform.fileCase(OFFICE, terms()));
  expect(filed).toMatchObject({ created: true, value: { status: 'filed', filedOn: TODAY } });
  await done(platform.moveCase(OFFICE, move('accept')));
  expect([await standing(), await penalties()]).toEqual([{}, 1]);
  const before = happened().length;
  const granted = await done(platform.moveCase(OFFICE, move('grant')));
  expect(granted).toMatchObject({ status: 'granted', decided: { by: OFFICE, on: TODAY } });
  expect(await standing()).toEqual({
    withdrawn: { on: TODAY, by: 'case_one', why: 'repaired' },
  });
  expect(await penalties()).toBe(0);
  expect(happened().slice(before)).toEqual([
    'case_moved granted',
    'record_withdrawn',
    'records_changed',
  ]);
  expect(await notices()).toEqual([
    `case_accepted accepted ${granted.decideBy}`,
    `case_decided granted ${TODAY}`,
  ]);
  expect((await store.list('casesOpen', 'all', { limit: 5 })).items).toEqual([]);
});

test('an objection marks its record from acceptance to the end', async () => {
  const { platform, standing, profile, happened } = await aPenalty();
  await done(platform.fileCase(OFFICE, objection()));
  expect(await standing()).toEqual({});
  await done(platform.moveCase(OFFICE, move('accept')));
  expect(await standing()).toEqual({ disputedBy: 'case_one' });
  expect((await profile()).disputed).toEqual([record]);
  expect(happened().slice(-2)).toEqual(['case_moved accepted', 'records_changed']);
  await done(platform.moveCase(OFFICE, move('deny', 'content_right')));
  expect(await standing()).toEqual({});
  expect((await profile()).disputed).toEqual([]);
  expect(happened().slice(-2)).toEqual(['case_moved denied', 'records_changed']);
});

test('an objection that is upheld takes its record away', async () => {
  const { platform, standing, penalties } = await aPenalty();
  await done(platform.fileCase(OFFICE, objection()));
  await done(platform.moveCase(OFFICE, move('accept')));
  await done(platform.moveCase(OFFICE, upheld));
  expect(await standing()).toEqual({
    withdrawn: { on: TODAY, by: 'case_one', why: 'objection_upheld' },
  });
  expect(await penalties()).toBe(0);
});

test.each([
  ['declined', ['decline'], 'case_decided declined'],
  ['denied', ['accept', 'deny'], 'case_decided denied'],
  ['cancelled', ['accept', 'cancel'], undefined],
] as const)(
  'a repair that is %s leaves its record, and another may be filed',
  async (_, moves, told) => {
    const { platform, standing, penalties, notices, happened } = await aPenalty();
    await done(platform.fileCase(OFFICE, terms()));
    for (const action of moves) await done(platform.moveCase(OFFICE, move(action)));
    expect([await standing(), await penalties()]).toEqual([{}, 1]);
    expect((await notices()).filter((one) => one.startsWith('case_decided'))).toEqual(
      told === undefined ? [] : [`${told} ${TODAY}`],
    );
    expect(happened()).not.toContain('record_withdrawn');
    expect((await done(platform.fileCase(OFFICE, terms({ id: 'case_two' })))).created).toBe(true);
  },
);

test('a repair that is put off waits longer, and its firm is told', async () => {
  const { platform, notices } = await aPenalty();
  await done(platform.fileCase(OFFICE, terms()));
  const accepted = await done(platform.moveCase(OFFICE, move('accept')));
  const extended = await done(platform.moveCase(OFFICE, move('extend')));
  expect(extended.decideBy > accepted.decideBy).toBe(true);
  expect(await notices()).toContain(`case_extended accepted ${extended.decideBy}`);
});

test.each<[string, Partial<CaseTerms>]>([
  ['kind', { kind: 'objection' }],
  ['record', { record: recordId('administrative-penalty', CODE, '2号') }],
  ['statement', { statement: '已整改。' }],
  ['evidence', { evidence: [] }],
  ['promised', { promised: false }],
])('another %s under the same id is refused, and named', async (field, told) => {
  const { platform } = await aPenalty();
  const first = await done(platform.fileCase(OFFICE, terms()));
  expect(await done(platform.fileCase(OFFICE, terms()))).toEqual({ ...first, created: false });
  expect(await platform.fileCase(OFFICE, terms(told))).toMatchObject({
    refusal: { code: 'case_differs', field },
  });
});

test('what was done before is answered alike and happens once', async () => {
  const { platform, store } = await aPenalty();
  await done(platform.fileCase(OFFICE, terms()));
  for (const action of ['accept', 'extend', 'grant'] as const) {
    const first = await done(platform.moveCase(OFFICE, move(action)));
    const count = store.events.length;
    expect(await done(platform.moveCase(OFFICE, move(action)))).toEqual(first);
    expect(store.events).toHaveLength(count);
  }
  expect(await done(platform.moveCase(OFFICE, move('accept')))).toMatchObject({
    status: 'granted',
  });
});

test('one open case of a kind stands on a record; of another firm or twice gone, none', async () => {
  const { platform } = await aPenalty();
  await done(platform.fileCase(OFFICE, terms()));
  expect(await platform.fileCase(OFFICE, terms({ id: 'case_two' }))).toMatchObject({
    refusal: { code: 'case_open', actual: 'case_one' },
  });
  await done(platform.moveCase(OFFICE, move('accept')));
  await done(platform.moveCase(OFFICE, move('grant')));
  for (const told of [terms({ id: 'case_two' }), objection({ id: 'case_two' })])
    expect(await platform.fileCase(OFFICE, told)).toMatchObject({
      refusal: { code: 'record_withdrawn', actual: 'repaired' },
    });
});

test('of two deciders one decides, and the other is told', async () => {
  const { platform, happened, notices } = await aPenalty();
  await done(platform.fileCase(OFFICE, terms()));
  await done(platform.moveCase(OFFICE, move('accept')));
  const outcomes = await Promise.all([
    platform.moveCase(OFFICE, move('grant')),
    platform.moveCase({ ...OFFICE, id: 'other' }, move('deny')),
  ]);
  expect(outcomes.map((outcome) => outcome.ok || outcome.refusal.code).sort()).toEqual([
    'case_not_accepted',
    true,
  ]);
  const ends = happened().filter((one) => /granted|denied/.test(one));
  expect([ends.length, (await notices()).length]).toEqual([1, 2]);
});

test('a row that is delivered again after the repair does not bring its record back', async () => {
  const { platform, rows, penalties, standing } = await aPenalty();
  await done(platform.fileCase(OFFICE, terms()));
  await done(platform.moveCase(OFFICE, move('accept')));
  await done(platform.moveCase(OFFICE, move('grant')));
  await rows('administrative-penalty', penaltyRow);
  await rows('administrative-penalty', { ...penaltyRow, fine_amount: '8' });
  expect(await penalties()).toBe(0);
  expect(await standing()).toMatchObject({ withdrawn: { by: 'case_one' } });
});

/** The platform over a store in which `between` happens just before the first commit of a case. */
function interrupted(city: Awaited<ReturnType<typeof aPenalty>>, between: () => Promise<unknown>) {
  let waiting = true;
  const store: Store = {
    ...city.store,
    commit: async (commit) => {
      if (waiting && commit.changes.some(({ kind }) => kind === 'case')) {
        waiting = false;
        await between();
      }
      return city.store.commit(commit);
    },
  };
  return join({ ...city.ports, store });
}

test('a record that its department corrects at that moment is withdrawn as corrected', async () => {
  const city = await aPenalty();
  const { platform, rows, penalties, standing, store, happened } = city;
  await done(platform.fileCase(OFFICE, terms()));
  await done(platform.moveCase(OFFICE, move('accept')));
  const correct = () => rows('administrative-penalty', { ...penaltyRow, facts: '标签不合格' });
  await done(interrupted(city, correct).moveCase(OFFICE, move('grant')));
  expect((await store.get('record', record))?.value.content).toMatchObject({
    facts: '标签不合格',
  });
  expect([await penalties(), await standing()]).toMatchObject([
    0,
    { withdrawn: { by: 'case_one' } },
  ]);
  expect(happened().filter((one) => one === 'record_withdrawn')).toHaveLength(1);
});

test('a record that is found graver at that moment is not repaired, and nothing is written', async () => {
  const city = await aPenalty();
  const { platform, rows, standing, store, notices, happened } = city;
  await done(platform.fileCase(OFFICE, terms()));
  await done(platform.moveCase(OFFICE, move('accept')));
  const before = [
    await notices(),
    happened().filter((one) => one !== 'records_changed' && one !== 'batch_completed'),
  ];
  const worsen = () => rows('administrative-penalty', { ...penaltyRow, category: '吊销许可证' });
  expect(await interrupted(city, worsen).moveCase(OFFICE, move('grant'))).toMatchObject({
    refusal: { code: 'not_repairable_yet', expected: '2026-11-03' },
  });
  expect(await standing()).toEqual({});
  expect((await store.get('case', 'case_one'))?.value.status).toBe('accepted');
  const after = [
    await notices(),
    happened().filter((one) => one !== 'records_changed' && one !== 'batch_completed'),
  ];
  expect(after).toEqual(before);
});

test('a commit that always conflicts leaves nothing behind', async () => {
  const { ports, store, platform, standing } = await aPenalty();
  await done(platform.fileCase(OFFICE, objection()));
  const count = store.events.length;
  const losing = join({ ...ports, store: { ...store, commit: async () => 'conflict' } });
  expect(await losing.moveCase(OFFICE, move('accept'))).toMatchObject({
    refusal: { code: 'busy' },
  });
  expect([await standing(), store.events.length]).toEqual([{}, count]);
  expect((await store.get('case', 'case_one'))?.value.status).toBe('filed');
});

test('a case that there is not is not found', async () => {
  const { platform } = await aPenalty();
  expect(await platform.cancelCase(OFFICE, 'case_one')).toMatchObject({
    refusal: { code: 'not_found', field: 'case' },
  });
  expect(
    await platform.fileCase(OFFICE, terms({ record: recordId('honour', CODE, 'x') })),
  ).toMatchObject({ refusal: { code: 'not_found', field: 'record' } });
});

test('cases wait for the office by their day, and a firm reads its own', async () => {
  const { platform, rows } = await aPenalty();
  const second = { ...penaltyRow, document_number: '2号' };
  await rows('administrative-penalty', second);
  const other = recordId('administrative-penalty', CODE, `2号|${penaltyRow.authority}`);
  await done(platform.fileCase(OFFICE, objection({ id: 'case_long', record: other })));
  await done(platform.moveCase(OFFICE, { ...move('accept'), id: 'case_long' }));
  await done(platform.fileCase(OFFICE, terms()));
  const open = await done(platform.listOpenCases(OFFICE, { limit: 10 }));
  expect(open.items.map(({ id }) => id)).toEqual(['case_one', 'case_long']);
  const own = await done(platform.listCasesOfEnterprise(OFFICE, { limit: 10, code: CODE }));
  expect(own.items).toHaveLength(2);
});
