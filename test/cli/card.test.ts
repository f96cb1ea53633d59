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

const FIRM = '91320508MA0000269X';

test('what a firm was told replays to the byte when its records have moved on', () => {
  const registers = ['--catalogue', 'enterprise-registration', '--as-of', '2026-03-02'];
  writeFileSync(
    path('firms.csv'),
    `统一社会信用代码,企业名称,登记状态,成立日期\n${FIRM},禾木公司,存续,2012-05-08\n`,
  );
  expect(xyd('ingest', path('firms.csv'), ...registers).status).toBe(0);
  const scored = (asOf: string) =>
    JSON.parse(xyd('score', '--code', FIRM, '--as-of', asOf, '--json').stdout);
  const before = scored('2026-03-02');
  const debtors = ['--catalogue', 'dishonest-debtor', '--as-of', '2026-03-03'];
  writeFileSync(
    path('debtors.csv'),
    `统一社会信用代码,案号,执行法院,发布日期\n${FIRM},1号,姑苏区人民法院,2026-01-10\n`,
  );
  expect(xyd('ingest', path('debtors.csv'), ...debtors).status).toBe(0);
  const after = scored('2026-03-03');
  expect(after.points).toBeLessThan(before.points);

  const listed = xyd('card', 'scores', FIRM, '--json').stdout.trim().split('\n');
  const told = listed.map((line) => JSON.parse(line));
  expect(told.map(({ points }) => points)).toEqual([after.points, before.points]);
  const { scoredAt } = told.at(-1);
  const replayed = JSON.parse(xyd('card', 'replay', FIRM, '--at', scoredAt, '--json').stdout);
  expect(replayed).toMatchObject({ same: true, scoredAt });
  const { code, points, grade, asOf, reasons, dimensions } = replayed.score;
  expect({ code, points, grade, asOf, dimensions }).toEqual({
    code: before.code,
    points: before.points,
    grade: before.grade,
    asOf: before.asOf,
    dimensions: before.dimensions,
  });
  expect(reasons.length).toBe(before.reasons.length);
  expect(xyd('card', 'replay', FIRM, '--at', scoredAt).stdout).toMatch(
    new RegExp(
      `^${FIRM} +2026-03-02 +${before.points} +${before.grade} +card_\\w+\\.\\d+ +the same\n$`,
    ),
  );
  expect(xyd('card', 'scores', FIRM).stdout).toMatch(/^20\d\d-/);
}, 120_000);

test('a score that nobody was told is refused, and so is a firm that nobody knows', () => {
  const none = xyd('card', 'replay', FIRM, '--at', '2020-01-01T00:00:00.000Z');
  expect(none).toMatchObject({ status: 1, stdout: '' });
  expect(xyd('card', 'scores', '91320508MA00004370').status).toBe(1);
});

test.each([
  { args: ['card'], says: 'Say xyd card' },
  { args: ['card', 'approve'], says: 'Say xyd card' },
  { args: ['card', 'approve', 'expert'], says: 'The version is card_' },
  { args: ['card', 'activate', id], says: 'Say --from' },
  { args: ['card', 'replay', FIRM], says: '--at is an instant' },
  { args: ['card', 'scores', 'nobody'], says: 'code' },
  { args: ['card', 'list', '--as', 'two words'], says: '--as is a name' },
])('$args is bad usage', ({ args, says }) => {
  const told = xyd(...args);
  expect(told.status).toBe(2);
  expect(told.stderr).toContain(says);
});
