import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expertCard } from '#domain/scoring/expert-card';
import { aDesk } from './a-desk.ts';

const { xyd, path } = aDesk();
const version = expertCard.version + 1;
const id = `card_expert.${version}`;

test('a card comes into force from the command line, by two persons', () => {
  writeFileSync(path('card.json'), JSON.stringify({ ...expertCard, version }));
  const card = (...words: string[]) => xyd('card', ...words, '--as-of', '2026-03-02');
  expect(card('draft', path('card.json'), '--as', 'lin').stdout).toContain(id);
  expect(card('check', id, '--as', 'lin').status).toBe(0);
  const same = card('approve', id, '--as', 'lin');
  expect([same.status, same.stderr]).toEqual([1, expect.stringMatching(/approves|批准/)]);
  expect(card('approve', id, '--as', 'wang').status).toBe(0);
  expect(card('activate', id, '--from', '2026-03-05', '--as', 'wang').stdout).toContain(
    '2026-03-05',
  );
  const [listed] = card('list', '--json').stdout.trim().split('\n');
  expect(JSON.parse(listed ?? '')).toMatchObject({ id, status: 'active', role: 'champion' });
  expect(JSON.parse(card('show', id, '--json').stdout).card.id).toBe('expert');
  expect(JSON.parse(card('compare', id, '--json').stdout)).toMatchObject({ firms: 0 });
  expect(card('comparisons').stdout).toContain('PSI 0');
  expect(xyd('sweep', '--as-of', '2026-03-05').stdout).toContain('beginCards: begun 1');
}, 120_000);

test.each([
  { args: ['card'], says: 'Say xyd card' },
  { args: ['card', 'approve'], says: 'Say xyd card' },
  { args: ['card', 'approve', 'expert'], says: 'The version is card_' },
  { args: ['card', 'activate', id], says: 'Say --from' },
  { args: ['card', 'replay', '91320508MA0000269X'], says: '--at is an instant' },
  { args: ['card', 'list', '--as', 'two words'], says: '--as is a name' },
])('$args is bad usage', ({ args, says }) => {
  const told = xyd(...args);
  expect(told.status).toBe(2);
  expect(told.stderr).toContain(says);
});
