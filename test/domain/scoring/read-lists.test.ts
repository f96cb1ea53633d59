import { expect, test } from 'vitest';
import type { Content } from '#domain/credit/record';
import { expertCard } from '#domain/scoring/expert-card';
import { score } from '#domain/scoring/score-enterprise';
import { date } from '#domain/time';
import {
  AS_OF,
  aRecord,
  EVERY,
  NONE,
  penalty,
  readAll,
  registered,
  unregistered,
} from './build.ts';

const listed = (list_type: string, told: { to?: string; key?: string } = {}) =>
  aRecord({
    catalogue: 'serious-dishonesty-list',
    key: told.key ?? list_type,
    on: '2026-01-10',
    to: told.to,
    severity: 'serious',
    content: { list_type } satisfies Content,
  });
const debtor = aRecord({
  catalogue: 'dishonest-debtor',
  key: 'a',
  on: '2026-01-10',
  severity: 'serious',
});
const wages = listed('migrant_wage_arrears');
const withdrawn = { on: date('2026-03-01'), by: 'case_one', why: 'repaired' } as const;
const listedFact = (...args: Parameters<typeof readAll>) => readAll(...args).hard_stop_listed;

test.each([
  ['a list that stops hard', [wages], true],
  ['a list that only informs', [listed('customs')], false],
  ['a hard list that was left', [listed('work_safety', { to: '2026-03-30' })], false],
  ['a listing that was repaired', [{ ...wages, withdrawn }], false],
  ['a dishonest debtor, who has a veto of his own', [debtor], false],
  ['a bankruptcy', [aRecord({ catalogue: 'bankruptcy', key: 'a', on: '2026-01-10' })], true],
  [
    'a look by hand',
    [aRecord({ catalogue: 'abnormal-operation', key: 'a', on: '2026-01-10' })],
    false,
  ],
  ['nothing', [], false],
])('%s: listed %s', (_, records, value) => {
  expect(listedFact(records)).toMatchObject({ value });
});

test('no list is known to be empty where one catalogue of hard lists is not collected', () => {
  const without = new Set([...EVERY].filter((id) => id !== 'serious-dishonesty-list'));
  expect(listedFact([], { complete: without })).toBeUndefined();
  expect(listedFact([], { complete: NONE })).toBeUndefined();
  expect(listedFact([], { enterprise: unregistered })).toBeUndefined();
  expect(listedFact([wages], { complete: NONE })).toEqual({ value: true, evidence: [wages.id] });
});

test('the veto caps the points and names the record', () => {
  const judged = (records: Parameters<typeof readAll>[0]) =>
    score({ card: expertCard, facts: readAll(records), enterprise: registered, asOf: AS_OF });
  const { vetoes, points, reasons, grade } = judged([wages]);
  expect([vetoes, grade]).toEqual([['hard_stop_list_in_force'], 'E']);
  expect(points).toBeLessThanOrEqual(400);
  expect(reasons[0]).toMatchObject({ code: 'hard_stop_list_in_force', records: [wages.id] });
  expect(judged([{ ...wages, withdrawn }])).toEqual(judged([]));
});

test('a record under objection counts, and is marked in the reasons that rest on it', () => {
  const fine = penalty('2026-01-10', 'general', { fine: 50_000 });
  const other = penalty('2026-02-10', 'general', { fine: 10_000 });
  const facts = readAll([fine, other]);
  const question = { card: expertCard, facts, enterprise: registered, asOf: AS_OF };
  const contested = score({ ...question, disputed: new Set([fine.id]) });
  expect(contested.points).toBe(score(question).points);
  const resting = contested.reasons.filter(({ records }) => records.includes(fine.id));
  expect(resting.length).toBeGreaterThan(0);
  for (const { disputed } of resting) expect(disputed).toEqual([fine.id]);
  for (const reason of score(question).reasons) expect(reason).not.toHaveProperty('disputed');
});

test('a withdrawn record is in no fact and no evidence, in whatever catalogue it stands', () => {
  const records = [
    penalty('2026-01-10', 'serious', { fine: 2_000_000 }),
    debtor,
    wages,
    aRecord({ catalogue: 'judgment-debtor', key: 'a', on: '2026-01-10', content: { amount: 100 } }),
    aRecord({ catalogue: 'tax-arrears', key: 'a', on: '2026-01-10', content: { amount: 100 } }),
    aRecord({ catalogue: 'honour', key: 'a', on: '2026-01-10', content: { level: 'city' } }),
    aRecord({
      catalogue: 'administrative-licence',
      key: 'a',
      on: '2026-01-10',
      content: { state: 'invalid' },
    }),
  ];
  expect(readAll(records.map((record) => ({ ...record, withdrawn })))).toEqual(readAll([]));
});
