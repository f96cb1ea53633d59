import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { standInCode } from '#domain/enterprise/unified-code';

/*
 * A delivery whose process is killed at random moments, and repeated until it ends, leaves in the real store
 * what an undisturbed one leaves. (That it does so at every single commit: test/simulation/parts.test.ts.)
 */

const XYD = fileURLToPath(new URL('../../packages/cli/xyd.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'xyd-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FIRMS = 40;
const ROWS = 24_000;
const SEED = 20_261_120;
/** Park and Miller's generator: the moments of death are the same in every run that names this seed. */
function draws(seed: number) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const codes = Array.from({ length: FIRMS }, (_, firm) => standInCode(`K${firm}`) ?? '');
const rows = Array.from({ length: ROWS }, (_, index) =>
  [
    index % 97 === 0 ? 'broken' : codes[(index * 7) % FIRMS],
    index % 2 === 0 ? '销项' : '进项',
    String(index % 18_000), // The last rows contradict the first.
    `2025-0${1 + (index % 9)}-11`,
    `${index}.50`,
    '正常',
  ].join(','),
);
writeFileSync(
  join(folder, 'firms.csv'),
  ['统一社会信用代码,企业名称', ...codes.map((code) => `${code},企业${code}`)].join('\n'),
);
writeFileSync(
  join(folder, 'invoices.csv'),
  ['统一社会信用代码,进销项标志,发票号码,开票日期,金额,发票状态', ...rows].join('\n'),
);

const args = (data: string, file: string, catalogue: string) => [
  'ingest',
  file,
  '--catalogue',
  catalogue,
  '--batch',
  `batch_${catalogue}`,
  '--data',
  data,
];
const xyd = (...given: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [XYD, ...given, '--json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
  });
  expect(status, stderr).toBe(0);
  return stdout;
};
const ingest = (data: string) => args(data, 'invoices.csv', 'vat-invoice');

/** Starts a delivery and kills it, its engine with it or not, after a while; says whether it was done by then. */
async function killedAfter(data: string, ms: number): Promise<boolean> {
  const child = spawn(process.execPath, [XYD, ...ingest(data)], { cwd: folder, stdio: 'ignore' });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await Promise.race([ended, pause(ms)]);
  const isDone = child.exitCode === 0;
  child.kill('SIGKILL');
  await ended;
  return isDone;
}

test('killed at random moments and repeated, a delivery stores the same', {
  timeout: 240_000,
}, async () => {
  for (const data of ['calm', 'killed']) xyd(...args(data, 'firms.csv', 'enterprise-registration'));
  const calm = JSON.parse(xyd(...ingest('calm')));
  expect(calm).toMatchObject({ status: 'completed', delivered: ROWS });
  expect(calm.refused).toBeGreaterThan(200);
  expect(calm.corrected).toBeGreaterThan(3_000);

  const draw = draws(SEED);
  let killed = 0;
  for (let tried = 0; tried < 5; tried += 1)
    if (!(await killedAfter('killed', 400 + draw() * 1_400))) killed += 1;
  const { refusals: _, ...counts } = JSON.parse(xyd(...ingest('killed')));
  const { refusals: __, ...expected } = calm;
  expect(killed).toBeGreaterThan(0);
  expect(counts).toEqual(expected);
  expect(xyd('profile', '--data', 'killed')).toBe(xyd('profile', '--data', 'calm'));
});
