import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { standInCode } from '#domain/enterprise/unified-code';
import { WANG } from '#test/support/a-person';
import { aDesk } from './a-desk.ts';

const { xyd, put, at } = aDesk();
const code = standInCode('L1') ?? '';

test('refused rows come back to the desk whole, lie sealed, and are gone in time', () => {
  const rows = `code,title,level,granted_on,身份证号\n${code},,市级,2026-01-05,${WANG.idNumber}\n`;
  put('honours.csv', rows);
  const day = ['--as-of', '2026-03-02'] as const;
  const ingested = xyd(
    'ingest',
    'honours.csv',
    '--catalogue',
    'honour',
    '--refused',
    'back.csv',
    '--json',
    ...day,
  );
  expect(ingested.status).toBe(0);
  expect(ingested.stdout).not.toContain(WANG.idNumber);
  expect(readFileSync(at('back.csv'), 'utf8')).toContain(WANG.idNumber);
  for (const path of ['back.csv', '.data/keys/vault.jwk'])
    expect(statSync(at(path)).mode & 0o777, path).toBe(0o600);
  expect(xyd('retention', ...day).stdout).toContain('never applied');
  const early = xyd('retention', '--apply', '--as-of', '2026-08-28').stdout;
  expect(early).toMatch(/2026-08-28\s+refused_rows\s+0\s+0\s+2026-08-29/);
  const due = xyd('retention', '--apply', '--json', '--as-of', '2026-08-29').stdout;
  expect(JSON.parse(due.split('\n')[0] ?? '')).toMatchObject({
    day: '2026-08-29',
    finished: true,
    rules: expect.arrayContaining([expect.objectContaining({ rule: 'refused_rows', deleted: 1 })]),
  });
});

test('help tells every rule with its source', () => {
  const { stdout, status } = xyd('retention', '--help');
  expect(status).toBe(0);
  expect(stdout).toMatch(/refused_rows\s+delete\s+180 days/);
  expect(stdout).toContain('个人信息保护法');
});
