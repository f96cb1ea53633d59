import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runDemo } from '#cli/demo/demo';
import { type FakePlatform, startFakePlatform } from './fake-platform.ts';

let platform: FakePlatform;
let dir: string;
let said: string;
let printed: string;

beforeEach(async () => {
  platform = await startFakePlatform();
  dir = mkdtempSync(join(tmpdir(), 'demo-city-'));
  said = '';
  printed = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text;
    return true;
  });
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await platform.close();
  rmSync(dir, { recursive: true });
});

const demo = (...more: readonly string[]) =>
  runDemo(['--url', platform.url, '--data', dir, '--firms', '40', '--seed', '7', ...more]);
const cityFile = () => JSON.parse(readFileSync(join(dir, 'city.json'), 'utf8'));
const times = (place: string) => platform.asked.get(place) ?? 0;

test('a city is loaded whole, remembered, and summed up with the address to open', async () => {
  expect(await demo()).toBe(0);
  expect(cityFile()).toMatchObject({ seed: 7, firms: 40, loaded: true });
  expect(
    [...platform.asked.keys()].filter((it) => it.startsWith('PUT /v1/suppliers/')),
  ).toHaveLength(9);
  expect(times('PUT /v1/products/product')).toBe(350);
  expect(times('PUT /v1/needs/need')).toBe(6);
  expect(times('PUT /v1/whitelists/whitelist/publication')).toBe(1);
  expect(printed).toContain(`Open ${platform.url}/`);
});

test('everything is sent by whoever may: departments, banks, the office by two pairs of eyes, firms', async () => {
  await demo();
  const senders = (path: string) =>
    new Set([...platform.sentBy].flatMap(([sent, by]) => (sent.startsWith(path) ? by : [])));
  expect(senders('/v1/suppliers/')).toEqual(new Set(['office/city:data']));
  expect(senders('/v1/batches/').size).toBeGreaterThan(4);
  for (const by of senders('/v1/batches/'))
    expect(by).toMatch(/^department\/supplier_.*:supplier$/);
  for (const by of senders('/v1/products/')) expect(by).toMatch(/^bank\/bank_.*:product_manager$/);
  for (const by of senders('/v1/needs/')) expect(by).toMatch(/^firm\/.{18}:owner$/);
  expect(senders('/v1/outcomes/').size).toBeGreaterThan(0);
  for (const by of senders('/v1/outcomes/')) expect(by).toMatch(/^bank\/bank_\w+:loan_officer$/);
  expect([...senders('/v1/whitelists/')]).toEqual([
    'office/city:list_drafter',
    'office/city:approver',
  ]);
  // A file goes to an address that is a permission in itself.
  expect(senders('/inbox/')).toEqual(new Set(['']));
});

test('who can sign in is written for the issuer, its secrets for the owner of the folder alone', async () => {
  await demo();
  const file = join(dir, 'people.json');
  const before = readFileSync(file, 'utf8');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(before).people.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining([
      'office/city:auditor',
      'bank/bank_cangmei:risk',
      'department/supplier_tax:supplier',
    ]),
  );
  await demo();
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('one line is written for each finished step where there is no terminal', async () => {
  await demo();
  expect(said.split('\n').filter((line) => line.startsWith('✓'))).toHaveLength(9);
});

test('a second start sends nothing and asks once for each file', async () => {
  await demo();
  platform.asked.clear();
  expect(await demo()).toBe(0);
  const puts = [...platform.asked].filter(([place]) => place.startsWith('PUT'));
  expect(puts).toEqual([]);
  const files = [...platform.kept.keys()].filter((path) => path.startsWith('/v1/batches/'));
  expect(times('GET /v1/batches/batch')).toBe(files.length);
});

test('a load that was cut off goes on: files that arrived are not sent again, asOf stays', async () => {
  await demo();
  writeFileSync(
    join(dir, 'city.json'),
    JSON.stringify({ ...cityFile(), asOf: '2026-10-01', loaded: undefined }),
  );
  platform.asked.clear();
  expect(await demo()).toBe(0);
  expect([...platform.asked.keys()].filter((place) => place.startsWith('PUT /inbox'))).toEqual([]);
  expect(cityFile()).toMatchObject({ asOf: '2026-10-01', loaded: true });
});

test('a platform that lost the city gets it again although the folder says loaded', async () => {
  await demo();
  platform.kept.clear();
  expect(await demo()).toBe(0);
  expect(platform.kept.size).toBeGreaterThan(350);
});

test('another seed keeps the city that is there and says how to get another', async () => {
  await demo();
  expect(await runDemo(['--url', platform.url, '--data', dir, '--seed', '8'])).toBe(0);
  expect(said).toContain('holds the city of seed 7 with 40 firms, which stays');
  expect(said).toContain('--fresh');
  expect(cityFile().seed).toBe(7);
});

test('a server that stumbles is asked again', async () => {
  platform.stumble(3);
  expect(await demo()).toBe(0);
});

test('--json prints the summary as data', async () => {
  await demo('--json');
  expect(JSON.parse(printed)).toMatchObject({ seed: 7, products: 350, needs: 6 });
});

test('a server that is not there is named, and the exit code tells', async () => {
  expect(await runDemo(['--url', 'http://127.0.0.1:9', '--data', dir])).toBe(1);
  expect(said).toContain('Nobody answers at http://127.0.0.1:9');
});

test.each([
  [[], 'Say where the platform answers'],
  [['--url', 'nowhere'], 'Say where the platform answers'],
  [['--url', 'http://x', '--seed', 'many'], '--seed is a whole number'],
  [['--url', 'http://x', '--firms', '3'], '--firms is a whole number'],
  [['--url', 'http://x', '--colour'], '--colour'],
])('%j is refused in a sentence', async (args, sentence) => {
  expect(await runDemo(args)).toBe(1);
  expect(said).toContain(sentence);
});
