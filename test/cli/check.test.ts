import { expect, test } from 'vitest';
import { standInCode } from '#domain/enterprise/unified-code';
import { aDesk } from './a-desk.ts';

const { xyd, put } = aDesk();
const code = standInCode('L1') ?? '';

test('the office asks of one firm, for people and for machines', () => {
  const rows = `统一社会信用代码,案号,执行法院,发布日期\n${code},(2020)苏执1号,姑苏区人民法院,2020-01-10\n`;
  put('debtors.csv', rows);
  xyd('ingest', 'debtors.csv', '--catalogue', 'dishonest-debtor', '--as-of', '2020-03-01');
  const told = xyd('check', '--code', code, '--as-of', '2020-03-01');
  expect(told.status).toBe(0);
  expect(told.stdout).toContain('hard_stop on 2020-03-01 (not in the register)');
  expect(told.stdout).toContain('Dishonest judgment debtors since 2020-01-10');
  const before = xyd('check', '--code', code, '--as-of', '2020-01-09', '--json');
  expect(JSON.parse(before.stdout)).toMatchObject({ code, verdict: 'clear', hits: [] });
});

test.each([
  [['check'], /needs --code/],
  [['check', '--code', '123'], /--code 123/],
])('%j is bad usage', (args, sentence) => {
  const run = xyd(...args);
  expect(run).toMatchObject({ status: 2, stdout: '' });
  expect(run.stderr).toMatch(sentence);
});
