import { expect, test } from 'vitest';
import { citySegments } from '#domain/scoring/segments';
import { aDesk } from './a-desk.ts';

const { xyd, path, put } = aDesk();
const id = 'scheme_city.2';
const [thin, ...others] = citySegments.rules;
put('rules.json', JSON.stringify({ ...citySegments, version: 2 }));
put(
  'faulty.json',
  JSON.stringify({ ...citySegments, rules: [{ ...thin, card: 'nowhere' }, ...others.slice(0, 1)] }),
);

test('segment rules come into force from the command line, by two persons', () => {
  const segments = (...words: string[]) => xyd('segments', ...words, '--as-of', '2026-03-02');
  expect(segments('faults', path('rules.json'))).toMatchObject({ status: 0, stderr: '' });
  expect(segments('draft', path('rules.json'), '--as', 'lin').stdout).toContain(id);
  expect(segments('check', id, '--as', 'lin').status).toBe(0);
  const same = segments('approve', id, '--as', 'lin');
  expect([same.status, same.stderr]).toEqual([1, expect.stringMatching(/approves|批准/)]);
  expect(segments('approve', id, '--as', 'wang').status).toBe(0);
  expect(segments('activate', id, '--from', '2026-03-05', '--as', 'wang').stdout).toContain(
    '2026-03-05',
  );
  const [listed] = segments('list', '--json').stdout.trim().split('\n');
  expect(JSON.parse(listed ?? '')).toMatchObject({ id, status: 'active' });
  expect(JSON.parse(segments('show', id, '--json').stdout).scheme.rules).toHaveLength(3);
  expect(xyd('sweep', '--as-of', '2026-03-05').stdout).toContain('beginCards: begun 1');
}, 120_000);

test('every fault of a file is told with its place, and the city is not looked at by it', () => {
  const told = xyd('segments', 'faults', path('faulty.json'), '--json');
  expect(told.status).toBe(1);
  expect(
    told.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { code: 'card_absent', at: 'rules[0].card' },
    { code: 'firms_left_over', at: 'rules' },
  ]);
  const looked = xyd('score', '--all', '--segments', path('faulty.json'));
  expect([looked.status, looked.stderr]).toEqual([1, expect.stringContaining('rules[0].card')]);
  expect(xyd('score', '--all', '--segments', path('rules.json')).status).toBe(0);
}, 60_000);

test.each([
  { args: ['segments'], says: 'Say xyd segments' },
  { args: ['segments', 'approve'], says: 'Say xyd segments' },
  { args: ['segments', 'approve', 'city'], says: 'The version is scheme_' },
  { args: ['segments', 'activate', id], says: 'Say --from' },
  { args: ['segments', 'draft', 'nowhere.json'], says: 'There is no file' },
  { args: ['score', '--segments', 'rules.json'], says: '--segments is for' },
])('$args is bad usage', ({ args, says }) => {
  const told = xyd(...args);
  expect(told.status).toBe(2);
  expect(told.stderr).toContain(says);
});
