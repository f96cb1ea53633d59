import { createHmac } from 'node:crypto';
import { exportSPKI, importJWK } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { COOLDOWN_MS, FRESH_MS, RETRY_MS, STALE_MS } from '#adapters/oidc/issuer-keys';
import { type TokenFault, tokenVerifier } from '#adapters/oidc/verify-token';
import { assert } from '#domain/assert';
import { type Instant, parseInstant } from '#domain/time';
import { aKey, anIssuer, aToken, type SigningKey } from '#test/support/issuer';

const START = Date.parse('2026-11-21T02:00:00.000Z');
const AT = START / 1000;

let first: SigningKey;
let second: SigningKey;
let foreign: SigningKey;
let issuer: Awaited<ReturnType<typeof anIssuer>>;
let passedMs: number;
let verify: ReturnType<typeof tokenVerifier>;

const now = (): Instant => {
  const instant = parseInstant(new Date(START + passedMs).toISOString());
  assert(instant !== undefined, 'the clock tells an instant');
  return instant;
};

beforeAll(async () => {
  [first, second, foreign] = await Promise.all([aKey('first'), aKey('second'), aKey('first')]);
  issuer = await anIssuer([first]);
});
afterAll(() => issuer.close());
beforeEach(() => {
  Object.assign(issuer, { keys: [first], asked: 0, status: 200, told: {} });
  passedMs = 0;
  verify = tokenVerifier({ issuer: issuer.url, audience: 'xinyidai', now });
});

const token = (claims: object = {}, header: object = {}, key = first) =>
  aToken(issuer.url, key, { at: AT, claims, header });

/** The fault for which a token is refused; undefined where it is accepted. */
async function faultOf(written: string): Promise<string | undefined> {
  const answer = await verify(written);
  if (answer.ok) return undefined;
  expect(JSON.stringify(answer.refusal)).not.toContain(written.slice(0, 20) || 'ey');
  return answer.refusal.code === 'token_wrong' ? answer.refusal.actual : answer.refusal.code;
}

test('a token of the issuer names whoever brings it', async () => {
  expect(await verify(await token())).toEqual({
    ok: true,
    value: { sub: 'person-1', org: 'bank/bank_gusu', role: 'loan_officer' },
  });
});

const unsigned = (header: object, payload: object) =>
  [header, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
const lawful = () => ({
  iss: issuer.url,
  aud: 'xinyidai',
  sub: 'person-1',
  org: 'office/city',
  role: 'data',
  iat: AT,
  exp: AT + 600,
});

/** Signed by a secret that everybody knows: the issuer's public key, as some libraries once took it. */
async function confused(): Promise<string> {
  const key = await importJWK(first.shown, 'RS256', { extractable: true });
  assert(!(key instanceof Uint8Array), 'an RSA key is no secret');
  const body = unsigned({ alg: 'HS256', kid: 'first' }, lawful());
  const signature = createHmac('sha256', await exportSPKI(key))
    .update(body)
    .digest('base64url');
  return `${body}.${signature}`;
}

test.each<[rule: string, written: () => Promise<string>, fault: TokenFault]>([
  ['nothing', async () => '', 'malformed'],
  ['a text', async () => 'open sesame', 'malformed'],
  ['three texts', async () => 'a.b.c', 'malformed'],
  ['one too long to read', async () => 'x'.repeat(8_193), 'malformed'],
  ['alg none', async () => `${unsigned({ alg: 'none' }, lawful())}.`, 'algorithm'],
  [
    'alg none with a key',
    async () => `${unsigned({ alg: 'none', kid: 'first' }, lawful())}.`,
    'algorithm',
  ],
  ['alg NONE', async () => `${unsigned({ alg: 'NONE', kid: 'first' }, lawful())}.`, 'algorithm'],
  ['HS256 with the public key', confused, 'algorithm'],
  [
    'another algorithm of RSA',
    async () => token({}, { alg: 'PS256' }, await aKey('first', 'PS256')),
    'algorithm',
  ],
  ['no key id', () => token({}, { kid: undefined }), 'key_unknown'],
  ['a key id of nobody', () => token({}, { kid: 'third' }), 'key_unknown'],
  ['a key id that is no text', () => token({}, { kid: 1 }), 'key_unknown'],
  ['a key of somebody else under a known id', () => token({}, {}, foreign), 'signature'],
  ['a key that it brings along', () => token({}, { jwk: foreign.shown }, foreign), 'signature'],
  [
    'another payload',
    async () => {
      const [header, , signature] = (await token()).split('.');
      const payload = Buffer.from(JSON.stringify(lawful())).toString('base64url');
      return [header, payload, signature].join('.');
    },
    'signature',
  ],
  ['no signature', async () => (await token()).replace(/[^.]*$/, ''), 'signature'],
  [
    'an extension that nobody knows',
    async () => {
      const [header = '', payload, signature] = (await token()).split('.');
      const read = JSON.parse(Buffer.from(header, 'base64url').toString());
      const critical = { ...read, crit: ['x'], x: 1 };
      return [Buffer.from(JSON.stringify(critical)).toString('base64url'), payload, signature].join(
        '.',
      );
    },
    'malformed',
  ],
  ['another issuer', () => token({ iss: 'https://issuer.example' }), 'issuer'],
  ['the issuer with a slash', () => token({ iss: `${issuer.url}/` }), 'issuer'],
  ['another audience', () => token({ aud: 'others' }), 'audience'],
  ['audiences without ours', () => token({ aud: ['others', 'xinyidai2'] }), 'audience'],
  ['its time over', () => token({ iat: AT - 700, exp: AT - 31 }), 'expired'],
  ['its time to come', () => token({ nbf: AT + 31 }), 'not_yet'],
  ['a day of issue to come', () => token({ iat: AT + 31 }), 'not_yet'],
  ...(['iss', 'aud', 'exp', 'iat', 'sub', 'org', 'role'] as const).map(
    (claim): [string, () => Promise<string>, TokenFault] => [
      `no ${claim}`,
      () => token({ [claim]: undefined }),
      'claims',
    ],
  ),
  ['an organisation that is a list', () => token({ org: ['bank/bank_gusu'] }), 'claims'],
  ['an end that is no time', () => token({ exp: 'never' }), 'claims'],
])('%s is refused', async (_, written, fault) => {
  expect(await faultOf(await written())).toBe(fault);
});

test('clocks may differ by half a minute', async () => {
  expect(await faultOf(await token({ exp: AT - 29 }))).toBeUndefined();
  expect(await faultOf(await token({ iat: AT + 29, nbf: AT + 29 }))).toBeUndefined();
});

test('one of several audiences is enough', async () => {
  expect(await faultOf(await token({ aud: ['others', 'xinyidai'] }))).toBeUndefined();
});

test('keys rotate with overlap: the new one is found, the old one holds as long as it is shown', async () => {
  const [old, fresh] = [
    await token({ exp: AT + 9_999 }),
    await token({ exp: AT + 9_999 }, {}, second),
  ];
  expect(await faultOf(old)).toBeUndefined();
  passedMs += COOLDOWN_MS;
  issuer.keys = [first, second];
  expect(await faultOf(fresh)).toBeUndefined();
  expect(await faultOf(old)).toBeUndefined();
  expect(issuer.asked).toBe(2);
  issuer.keys = [second];
  passedMs += FRESH_MS;
  expect(await faultOf(old)).toBe('key_unknown');
  expect(await faultOf(fresh)).toBeUndefined();
});

test('keys that nobody knows do not make us hammer the issuer', async () => {
  const strange = await Promise.all(
    Array.from({ length: 50 }, (_, index) => token({}, { kid: `key-${index}` })),
  );
  expect(new Set(await Promise.all(strange.map(faultOf)))).toEqual(new Set(['key_unknown']));
  for (const each of strange) expect(await faultOf(each)).toBe('key_unknown');
  expect(issuer.asked).toBe(1);
  passedMs += COOLDOWN_MS;
  for (const each of strange) expect(await faultOf(each)).toBe('key_unknown');
  expect(issuer.asked).toBe(2);
});

test('an issuer that does not answer is told as such, and asked again after a while', async () => {
  issuer.status = 500;
  expect(await faultOf(await token())).toBe('issuer_unreachable');
  issuer.status = 200;
  expect(await faultOf(await token())).toBe('issuer_unreachable');
  passedMs += RETRY_MS;
  expect(await faultOf(await token())).toBeUndefined();
});

test('an issuer that fails later is trusted by its last keys for two hours', async () => {
  const long = await token({ exp: AT + 99_999 });
  expect(await faultOf(long)).toBeUndefined();
  issuer.status = 500;
  passedMs = STALE_MS - 1;
  expect(await faultOf(long)).toBeUndefined();
  passedMs = STALE_MS + RETRY_MS;
  expect(await faultOf(long)).toBe('issuer_unreachable');
});

test.each([
  ['another name', () => ({ issuer: 'https://issuer.example' })],
  ['keys in the clear elsewhere', () => ({ jwks_uri: 'http://issuer.example/keys' })],
  ['keys in a file', () => ({ jwks_uri: 'file:///keys' })],
  ['no keys', () => ({ jwks_uri: undefined })],
])('an issuer that tells of %s is not believed', async (_, told) => {
  issuer.told = told();
  expect(await faultOf(await token())).toBe('issuer_unreachable');
});

test('an issuer in the clear beyond this machine is never asked', async () => {
  verify = tokenVerifier({ issuer: 'http://issuer.example', audience: 'xinyidai', now });
  expect(await faultOf(await token())).toBe('issuer_unreachable');
});

test('keys for other ends, and those that are no RSA, are none', async () => {
  const elliptic = await aKey('curve', 'ES256');
  issuer.keys = [{ ...first, shown: { ...first.shown, use: 'enc' } }, elliptic];
  expect(await faultOf(await token())).toBe('key_unknown');
  expect(await faultOf(await token({}, { kid: 'curve' }))).toBe('key_unknown');
});
