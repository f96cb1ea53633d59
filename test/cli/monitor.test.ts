import { expect, test } from 'vitest';
import { aDesk } from './a-desk.ts';
import { FIRST_DAY, foundCity, moveCity } from './a-lent-city.ts';

const { xyd, speaking, path } = aDesk();
const data = ['--data', path('city')];

test('before anybody is scored there is nothing to watch', () => {
  const told = xyd('monitor', ...data, '--as-of', FIRST_DAY);
  expect(told).toMatchObject({ status: 0, stdout: expect.stringMatching(/^No firm has a score/) });
  expect(xyd('monitor', ...data, '--as-of', FIRST_DAY, '--json').stdout).toBe('');
});

test('the weeks of a city are told in words: the sample, what drifted, how loans rank, who fares worse', async () => {
  await foundCity(path('city'));
  expect(xyd('score', ...data, '--as-of', FIRST_DAY).status).toBe(0);
  const first = xyd('monitor', ...data, '--as-of', FIRST_DAY);
  await expect(first.stdout).toMatchFileSnapshot('monitor.first.golden.txt');
  await moveCity(path('city'));
  expect(xyd('score', ...data, '--as-of', '2026-03-09').status).toBe(0);
  const english = xyd('monitor', ...data, '--as-of', '2026-03-09');
  await expect(english.stdout).toMatchFileSnapshot('monitor.en.golden.txt');
  const chinese = speaking('zh_CN.UTF-8', 'monitor', ...data, '--as-of', '2026-03-09');
  await expect(chinese.stdout).toMatchFileSnapshot('monitor.zh.golden.txt');
}, 120_000);

test('machines get a line for each week, the newest first, with every figure', () => {
  const weeks = (...words: string[]) =>
    xyd('monitor', ...data, '--as-of', '2026-03-09', '--json', ...words)
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  expect(weeks().map(({ week }) => week)).toEqual(['2026-W11', '2026-W10']);
  const [latest, ...others] = weeks('--weeks', '1');
  expect(others).toEqual([]);
  expect(latest).toMatchObject({ firms: 120, unscored: 0, outcomes: { retrospective: 60 } });
  expect(Object.keys(latest.fairness)).toEqual(['district', 'industry', 'size', 'age']);
});

test.each(['0', 'two', '521'])('--weeks %s is bad usage', (weeks) => {
  expect(xyd('monitor', ...data, '--weeks', weeks)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--weeks is a whole number from 1 to 520'),
  });
});
