import { expect, test } from 'vitest';
import { aDesk } from './a-desk.ts';

const { xyd, speaking, put, path } = aDesk();

/** A bank of 10,000 yuan for three needs of 6,000, 5,000 and 3,000, in this order. */
const needs = [6000, 5000, 3000].map((yuan, index) => ({
  id: `need_${'abc'[index]}`,
  principal: yuan * 100,
  submittedAt: `2026-03-02T01:0${index}:00.000Z`,
  preferences: [{ bank: 'bank_gusu', product: 'product_quick', points: 80 }],
}));
const bank = {
  id: 'bank_gusu',
  quota: 9,
  amount: 1_000_000,
  priorities: needs.map(({ id }) => ({ need: id, points: 5 })),
};
const event = { event: 'event_spring', needs, banks: [bank] };

test('what assign writes, check proves; what somebody changes in it, check finds', () => {
  put('event.json', JSON.stringify(event));
  const assigned = xyd('event', 'assign', '--file', path('event.json'), '--json');
  expect(assigned.status).toBe(0);
  const assignment = JSON.parse(assigned.stdout);
  expect(assignment).toMatchObject({ assigned: 2, unassigned: 1, amount: 900_000, rounds: 2 });
  put('a.json', assigned.stdout);
  const check = ['event', 'check', '--file', path('event.json'), '--assignment'] as const;
  expect(xyd(...check, path('a.json')).stdout).toBe('Stable: no pair blocks.\n');
  const outcomes = assignment.outcomes.slice(1);
  put('other.json', JSON.stringify({ outcomes }));
  const checked = xyd(...check, path('other.json'), '--json');
  expect(checked.status).toBe(1);
  expect(JSON.parse(checked.stdout)).toMatchObject({
    stable: false,
    faults: expect.arrayContaining([expect.objectContaining({ code: 'blocking', need: 'need_a' })]),
  });
  expect(xyd(...check, path('other.json')).stdout).toContain('✗ need_a, bank_gusu');
});

test('people read who got whom, and why not', () => {
  put('event.json', JSON.stringify(event));
  const [english, chinese] = ['C', 'zh_CN.UTF-8'].map(
    (locale) => speaking(locale, 'event', 'assign', '--file', path('event.json')).stdout,
  );
  expect(english).toBe(
    [
      '2 needs have a bank, 1 have none · 0.9 万元 · rounds: 2',
      '  ✓ need_a → bank_gusu (product_quick): place 1 on its list, round 1',
      '  ✗ need_b: none of its banks has room for it',
      '      1. bank_gusu: the 1 that stand before it leave 0.4 万元',
      '  ✓ need_c → bank_gusu (product_quick): place 1 on its list, round 2',
      '',
    ].join('\n'),
  );
  expect(chinese).toContain('need_b: 所列银行均无名额或额度');
});

test.each([
  [
    'a bank that a need names twice',
    { ...event, needs: [twice(needs[0])] },
    'not_in_list at needs.0.preferences',
  ],
  [
    'a need that stands there twice',
    { ...event, needs: [needs[0], needs[0]] },
    'not_in_list at needs',
  ],
  [
    'a day for an instant',
    { ...event, needs: [{ ...needs[0], submittedAt: '2026-03-02' }] },
    'date_wrong at needs.0.submittedAt',
  ],
  ['half a fen', { ...event, banks: [{ ...bank, amount: 0.5 }] }, 'number_wrong at banks.0.amount'],
])('%s is refused by its place', (_, content, fault) => {
  put('bad.json', JSON.stringify(content));
  const refused = xyd('event', 'assign', '--file', path('bad.json'));
  expect([refused.status, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toContain(fault);
});

test.each([
  [['event', 'assign'], '--file'],
  [['event', 'check', '--file', 'event.json'], '--assignment'],
  [['event', 'dissolve', '--file', 'event.json'], 'xyd event assign'],
])('%j says what is missing', (words, said) => {
  put('event.json', JSON.stringify(event));
  const misused = xyd(...words.map((word) => (word === 'event.json' ? path(word) : word)));
  expect([misused.status, misused.stdout]).toEqual([2, '']);
  expect(misused.stderr).toContain(said);
});

function twice(need: (typeof needs)[number] | undefined) {
  return need && { ...need, preferences: [...need.preferences, ...need.preferences] };
}
