import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { generateCity } from '#cli/demo/city';
import { writePeopleFile } from '#cli/demo/people-file';
import { date } from '#domain/time';
import { type LocalStage, startStage } from '#test/support/local-stage';
import { aBrowser } from './browser.ts';

/* Signing in as the demo city offers it: by a browser, by a secret, at the command line; and who is refused. */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });

const FIRM = '91320594724404238R';
const XYD = fileURLToPath(new URL('../../packages/cli/xyd.ts', import.meta.url));

let stage: LocalStage;
let dataDir: string;
beforeAll(async () => {
  stage = await startStage();
  dataDir = join(stage.folder, 'data');
  const city = { seed: 1, asOf: date('2026-11-20'), firms: 40, banks: 12, products: 12, needs: 6 };
  writePeopleFile(dataDir, generateCity(city));
});
afterAll(() => stage?.stop());

async function signedIn(person: Record<string, string>, to = '/pages/v1/enterprises') {
  const browser = aBrowser();
  const people = await browser.go(`${stage.url()}/sign-in?to=${encodeURIComponent(to)}`);
  expect(people.status).toBe(200);
  return { browser, people, page: await browser.choose(people, person) };
}

test('a page names everybody who can sign in, in two languages, and asks for no password', async () => {
  const { text } = await aBrowser().go(`${stage.url()}/sign-in`);
  for (const said of [
    '沧湄银行苏州分行',
    '客户经理',
    'loan officer',
    '市信用办',
    '市税务局',
    'no password',
  ])
    expect(text).toContain(said);
  expect(text).not.toMatch(/type="password"|<script|https?:\/\//);
});

test('by code and PKCE a person signs in and reads pages; no address that was visited holds the token', async () => {
  const { browser, page } = await signedIn({ person: 'office/city:data' });
  expect(page.status).toBe(200);
  expect(page.text).toContain('url=/pages/v1/enterprises');
  const token = browser.cookie('xinyidai') ?? '';
  expect(token.split('.')).toHaveLength(3);
  const enterprises = await browser.go(`${stage.url()}/pages/v1/enterprises`);
  expect([enterprises.status, enterprises.text]).toEqual([200, expect.stringContaining('items')]);
  expect((await browser.go(stage.url())).text).toContain('office/city');
  for (const address of browser.visited) expect(address).not.toContain(token.slice(0, 40));
  expect(readFileSync(join(dataDir, 'functions.log'), 'utf8')).not.toContain(token.slice(0, 40));
  await browser.go(`${stage.url()}/sign-out`);
  expect(browser.cookie('xinyidai')).toBeUndefined();
  expect((await browser.go(`${stage.url()}/pages/v1/enterprises`)).status).toBe(401);
});

test('any firm signs in by its code, and sees what is its own alone', async () => {
  const { browser } = await signedIn({ code: FIRM, role: 'owner' });
  const own = await browser.go(`${stage.url()}/pages/v1/enterprises/${FIRM}/needs`);
  const others = await browser.go(`${stage.url()}/pages/v1/enterprises`);
  expect([own.status, others.status]).toEqual([200, 403]);
});

test('whoever asks a page unsigned is led to sign in, and back to that page', async () => {
  const { status, text } = await aBrowser().go(`${stage.url()}/pages/v1/needs?limit=1`);
  expect(status).toBe(401);
  expect(text).toContain('href="/sign-in?to=%2Fpages%2Fv1%2Fneeds%3Flimit%3D1"');
});

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'pages'])(
  'signing in leads nobody to %s',
  async (to) => {
    const { page } = await signedIn({ person: 'office/city:data' }, to);
    expect(page.text).toContain('content="0;url=/"');
  },
);

test('a cookie reads pages alone: it puts nothing, and answers no program', async () => {
  const { browser } = await signedIn({ person: 'office/city:data' });
  const cookie = `xinyidai=${browser.cookie('xinyidai')}`;
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${stage.url()}${path}`, { ...init, headers: { cookie, accept: 'text/html' } });
  expect((await ask('/pages/v1/enterprises')).status).toBe(200);
  expect((await ask('/v1/enterprises')).status).toBe(401);
  expect((await ask('/v1/suppliers/supplier_a', { method: 'PUT', body: '{}' })).status).toBe(401);
  expect(
    (await ask('/pages/v1/suppliers/supplier_a', { method: 'PUT', body: '{}' })).status,
  ).not.toBe(200);
  const json = await fetch(`${stage.url()}/pages/v1/enterprises`, { headers: { cookie } });
  expect(json.status).toBe(401);
});

test('what one browser has begun no other can end', async () => {
  const browser = aBrowser();
  const people = await browser.go(`${stage.url()}/sign-in`);
  const other = aBrowser();
  await other.go(`${stage.url()}/sign-in`);
  const theirs = await browser.choose(people, { person: 'office/city:data' });
  const used = browser.visited.find((address) => address.includes('/signed-in?')) ?? '';
  expect(theirs.status).toBe(200);
  const stolen = await other.go(used);
  expect([stolen.status, other.cookie('xinyidai')]).toEqual([401, undefined]);
  expect((await aBrowser().go(used)).status).toBe(401);
});

test('a token is refused by the gateway where one is needed, and by the door where none is', async () => {
  for (const path of ['/v1/needs', '/v1/products'])
    for (const authorization of ['Bearer none', 'Bearer a.b.c', 'Basic YTpi', 'nonsense']) {
      const answer = await fetch(`${stage.url()}${path}`, { headers: { authorization } });
      expect([path, authorization, answer.status]).toEqual([path, authorization, 401]);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
  const answer = await fetch(`${stage.url()}/v1/needs`);
  expect([answer.headers.get('www-authenticate'), await answer.json()]).toEqual([
    'Bearer',
    { message: 'Unauthorized' },
  ]);
});

test.each([
  ['system/system', 'operator'],
  ['public/public', 'anyone'],
  ['office/city', 'king'],
  ['bank/gusu', 'risk'],
])(
  'the issuer may call somebody %s with the role %s, and nobody believes it',
  async (org, role) => {
    const { status, body } = await stage.as(org, role).get('/v1/products');
    expect([status, body]).toEqual([401, expect.objectContaining({ code: 'token_wrong' })]);
  },
);

/** `xyd sign-in`, as it ends; `meanwhile` gets the address that it prints. */
async function xyd(args: readonly string[], env = {}, meanwhile?: (address: string) => unknown) {
  const child = spawn(process.execPath, [XYD, 'sign-in', '--url', stage.url(), ...args], {
    env: { PATH: process.env.PATH, LANG: 'C', ...env },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
    const [address] = /http\S+\/oidc\/auth\S+/.exec(said.err) ?? [];
    if (address !== undefined) void meanwhile?.(address);
  });
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  return { code, ...said };
}

test('at the command line a person signs in through a browser that comes back to this machine', async () => {
  const { code, out } = await xyd([], {}, async (address) => {
    const browser = aBrowser();
    const people = await browser.go(address);
    await browser.choose(people, { person: 'bank/bank_cangmei:loan_officer' });
  });
  expect([code, out]).toEqual([0, expect.stringContaining('bank/bank_cangmei  bank.loan_officer')]);
});

test('a machine signs in by its secret, which is its owner’s to read', async () => {
  const file = join(dataDir, 'people.json');
  expect([file, join(dataDir, 'issuer.json')].map((each) => statSync(each).mode & 0o777)).toEqual([
    0o600, 0o600,
  ]);
  const { machines } = JSON.parse(readFileSync(file, 'utf8'));
  for (const { id, secret, person } of [machines[0], machines.at(-1)]) {
    const right = await xyd(['--json'], { XYD_CLIENT_ID: id, XYD_CLIENT_SECRET: secret });
    const { principal, token } = JSON.parse(right.out);
    expect(`${principal.kind}/${principal.organisation}:machine`).toBe(person);
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${stage.url()}/v1/checks/${FIRM}`, { headers })).status).toBe(200);
  }
  const wrong = await xyd([], { XYD_CLIENT_ID: machines[0].id, XYD_CLIENT_SECRET: 'guess' });
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('invalid_client')]);
});

test('--as and --token print a token and nothing else, with which curl asks', async () => {
  const { code, out } = await xyd(['--as', 'office/city:auditor', '--token']);
  expect(code).toBe(0);
  const headers = { authorization: `Bearer ${out.trim()}` };
  expect((await fetch(`${stage.url()}/v1/enterprises`, { headers })).status).toBe(200);
});

test('whoever signed in stays so over a restart', async () => {
  const { browser } = await signedIn({ person: 'office/city:data' });
  await stage.restart();
  expect((await browser.go(`${stage.url()}/pages/v1/enterprises`)).status).toBe(200);
  expect((await stage.as('office/city', 'data').get('/v1/enterprises')).status).toBe(200);
});
