import { expect, test } from 'vitest';
import { PUBLIC } from '#domain/principal';
import { accept, type Refusal, refuse } from '#domain/refusal';
import { createApp } from '#functions/api/app';
import { authenticateBy } from '#functions/api/authenticate';
import type { Recognise } from '#platform/sign-in';
import { anOfficer } from '#test/support/principals';
import { aDoor, problemOf } from './a-door.ts';

const OFFICER = anOfficer('office.data');
const EXPIRED: Refusal = { code: 'token_wrong', field: 'token', actual: 'expired' };

/** Knows one token; an issuer that is away knows none. */
const recognise: Recognise = async (token) => {
  if (token === 'right') return accept(OFFICER);
  return token === 'away' ? refuse('issuer_unreachable') : { ok: false, refusal: EXPIRED };
};

const issuer = 'https://issuer.example';
const GRANTED = { token: 'right', expiresInSeconds: 600 };
const BEGUN = { state: 's', nonce: 'n', verifier: 'v' };

async function aSignIn(token = 'right') {
  const { platform } = await aDoor();
  const finished: string[] = [];
  const app = createApp(platform, {
    authenticate: authenticateBy(recognise),
    signIn: {
      issuer,
      recognise,
      flow: {
        begin: async (redirectUri) =>
          accept({ address: `${issuer}/auth?redirect_uri=${redirectUri}`, begun: BEGUN }),
        finish: async (arrived) => {
          finished.push(arrived.href);
          return accept({ ...GRANTED, token });
        },
      },
    },
  });
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    app.request(path, { method, headers: { host: 'city.example', ...headers } });
  return { ask, finished };
}

const who = (headers: Record<string, string>, path = '/v1/needs', method = 'GET') =>
  authenticateBy(recognise)(
    new Request(`https://api.invalid${path}`, {
      method,
      headers: { host: 'city.example', ...headers },
    }),
  );

const page = { accept: 'text/html' };
const cookie = { cookie: 'a=b; __Host-xinyidai=right; c=d' };

test.each([
  ['nothing', {}, PUBLIC],
  ['a token', { authorization: 'Bearer right' }, OFFICER],
  ['a token after a small word', { authorization: 'bearer  right' }, OFFICER],
])('%s: somebody asks', async (_, headers, expected) => {
  expect(await who(headers)).toEqual(accept(expected));
});

test.each([
  ['another scheme', 'Basic cmlnaHQ=', 'malformed'],
  ['no scheme', 'right', 'malformed'],
  ['no token', 'Bearer', 'malformed'],
  ['two tokens', 'Bearer right right', 'malformed'],
  ['two headers in one', 'Bearer right, Bearer right', 'malformed'],
  ['an empty header', '', 'malformed'],
  ['a token that is over', 'Bearer old', 'expired'],
])('%s is refused, also where the public may ask', async (_, authorization, actual) => {
  const { ask } = await aSignIn();
  for (const path of ['/v1/needs', '/v1/products']) {
    const answer = await ask(path, { authorization });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer error="invalid_token"',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await problemOf(answer)).errors).toEqual([
      expect.objectContaining({ code: 'token_wrong', actual }),
    ]);
  }
});

test('whoever brings no token where one is needed is not told that it is wrong', async () => {
  const { ask } = await aSignIn();
  const answer = await ask('/v1/needs');
  expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
});

test('an issuer that is away is no fault of the token', async () => {
  const { ask } = await aSignIn();
  const answer = await ask('/v1/needs', { authorization: 'Bearer away' });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  expect((await problemOf(answer)).code).toBe('issuer_unreachable');
});

test.each<[rule: string, asked: Parameters<typeof who>, expected: typeof OFFICER]>([
  ['a page of ours', [{ ...page, ...cookie }, '/pages/v1/needs'], OFFICER],
  ['its head', [{ ...page, ...cookie }, '/pages/v1/needs', 'HEAD'], OFFICER],
  ['the first page', [{ ...page, ...cookie }, '/'], OFFICER],
  ['the API', [{ ...page, ...cookie }, '/v1/needs'], PUBLIC],
  [
    'an answer for programs',
    [{ accept: 'application/json', ...cookie }, '/pages/v1/needs'],
    PUBLIC,
  ],
  ['whatever it may be', [{ accept: '*/*', ...cookie }, '/pages/v1/needs'], PUBLIC],
  ['a change', [{ ...page, ...cookie }, '/pages/v1/needs/need_a', 'PUT'], PUBLIC],
  ['a change by a form', [{ ...page, ...cookie }, '/pages/v1/needs', 'POST'], PUBLIC],
  [
    'a page, by a cookie of a plain name',
    [{ ...page, cookie: 'xinyidai=right' }, '/pages/v1/needs'],
    PUBLIC,
  ],
  [
    'a page, by a session that is over',
    [{ ...page, cookie: '__Host-xinyidai=old' }, '/pages/v1/needs'],
    PUBLIC,
  ],
  [
    'a page on this machine',
    [{ ...page, host: '127.0.0.1:8080', cookie: 'xinyidai=right' }, '/pages/v1/needs'],
    OFFICER,
  ],
])('who the cookie says for %s', async (_, asked, expected) => {
  expect(await who(...asked)).toEqual(accept(expected));
});

const cookiesOf = (answer: Response) => answer.headers.getSetCookie();

test('the session is of this host, over TLS, for no script and no other site', async () => {
  const { ask, finished } = await aSignIn();
  const begun = await ask('/sign-in?to=/pages/v1/needs');
  expect([begun.status, begun.headers.get('location')]).toEqual([
    302,
    `${issuer}/auth?redirect_uri=https://city.example/signed-in`,
  ]);
  const [kept = ''] = cookiesOf(begun);
  expect(kept).toMatch(
    /^__Host-xinyidai-signing-in=.*; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/,
  );
  const back = await ask('/signed-in?code=c&state=s', { cookie: kept.split(';')[0] ?? '' });
  expect(back.status).toBe(200);
  expect(finished).toEqual(['https://city.example/signed-in?code=c&state=s']);
  expect(cookiesOf(back)).toEqual([
    expect.stringMatching(/^__Host-xinyidai-signing-in=; .*Max-Age=0/),
    '__Host-xinyidai=right; Path=/; Max-Age=600; HttpOnly; SameSite=Strict; Secure',
  ]);
  const text = await back.text();
  expect(text).toContain('content="0;url=/pages/v1/needs"');
  expect(text).not.toContain('right');
});

test.each(['old', 'x'.repeat(3_801)])(
  'a token that is not for us becomes no session',
  async (token) => {
    const { ask } = await aSignIn(token);
    const [kept = ''] = cookiesOf(await ask('/sign-in'));
    const back = await ask('/signed-in?code=c&state=s', { cookie: kept.split(';')[0] ?? '' });
    expect(back.status).toBe(401);
    expect(cookiesOf(back).some((each) => each.startsWith('__Host-xinyidai='))).toBe(false);
  },
);

test.each([
  ['no cookie', {}],
  ['a cookie that is none', { cookie: '__Host-xinyidai-signing-in=e30' }],
])('coming back with %s is refused', async (_, headers) => {
  const { ask, finished } = await aSignIn();
  expect((await ask('/signed-in?code=c&state=s', headers)).status).toBe(401);
  expect(finished).toEqual([]);
});

test.each(['evil.example/x', 'a b', '<script>', ''])(
  'a host such as %j leads nowhere',
  async (host) => {
    const { ask } = await aSignIn();
    const answer = await ask('/sign-in', { host });
    expect([answer.status, answer.headers.get('location')]).toEqual([422, null]);
  },
);

test('signing out ends the session', async () => {
  const { ask } = await aSignIn();
  expect(cookiesOf(await ask('/sign-out', cookie))).toEqual([
    expect.stringMatching(/^__Host-xinyidai=; Path=\/; Max-Age=0;/),
  ]);
});

test('a program finds the issuer by RFC 9728', async () => {
  const { ask } = await aSignIn();
  expect(await (await ask('/.well-known/oauth-protected-resource')).json()).toEqual({
    resource: 'https://city.example',
    authorization_servers: [issuer],
    bearer_methods_supported: ['header'],
  });
});
