import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorizerOf } from '#infra/local/authorizer';
import type { JsonObject } from '#infra/local/properties';
import { templateOf } from '#infra/local/template';
import { aKey, anIssuer, aToken, type SigningKey } from '#test/support/issuer';

const AT = Math.floor(Date.now() / 1000) - 5;

let key: SigningKey;
let issuer: Awaited<ReturnType<typeof anIssuer>>;
beforeAll(async () => {
  key = await aKey('first');
  issuer = await anIssuer([key]);
});
afterAll(() => issuer.close());

const authorizer = (more: JsonObject = {}) => {
  const template = templateOf(
    {
      Resources: {
        Jwt: {
          Type: 'AWS::ApiGatewayV2::Authorizer',
          Properties: {
            AuthorizerType: 'JWT',
            IdentitySource: ['$request.header.Authorization'],
            JwtConfiguration: { Issuer: issuer.url, Audience: ['xinyidai'] },
            ...more,
          },
        },
      },
    },
    { assets: { files: {} }, folder: '/nowhere' },
  );
  const [found] = template.ofType('AWS::ApiGatewayV2::Authorizer');
  if (found === undefined) throw new Error('The template has lost its authorizer.');
  return authorizerOf(found);
};
const token = (claims: object = {}, header: object = {}) =>
  aToken(issuer.url, key, { at: AT, claims, header });
const verdict = async (authorization: string | undefined, scopes: readonly string[] = []) =>
  authorizer()({ ...(authorization !== undefined && { authorization }) }, scopes);

test('claims are handed on as texts, lists between brackets', async () => {
  const written = await token({ roles: ['a', 'b'], admin: true });
  expect(await verdict(`Bearer ${written}`)).toEqual({
    ok: true,
    authorizer: {
      jwt: {
        claims: expect.objectContaining({ roles: '[a b]', admin: 'true', iat: String(AT) }),
        scopes: null,
      },
    },
  });
});

test('the word Bearer may be missing, and the audience may be the client', async () => {
  expect(await verdict(await token())).toMatchObject({ ok: true });
  const byClient = await token({ aud: undefined, client_id: 'xinyidai' });
  expect(await verdict(`bearer ${byClient}`)).toMatchObject({ ok: true });
});

test.each<[rule: string, written: () => Promise<string | undefined>]>([
  ['nothing', async () => undefined],
  ['another scheme', async () => 'Basic YTpi'],
  ['no token', async () => 'Bearer x'],
  ['another issuer', async () => `Bearer ${await token({ iss: 'https://issuer.example' })}`],
  ['another audience', async () => `Bearer ${await token({ aud: 'others' })}`],
  ['no audience', async () => `Bearer ${await token({ aud: undefined })}`],
  ['its time over', async () => `Bearer ${await token({ exp: AT - 1 })}`],
  ['no end', async () => `Bearer ${await token({ exp: undefined })}`],
  ['its time to come', async () => `Bearer ${await token({ iat: AT + 999 })}`],
  ['no key id', async () => `Bearer ${await token({}, { kid: undefined })}`],
  ['a key of nobody', async () => `Bearer ${await token({}, { kid: 'second' })}`],
])('%s is unauthorized', async (_, written) => {
  expect(await verdict(await written())).toEqual({ ok: false, status: 401 });
});

test('a route with scopes is forbidden to a token without any of them', async () => {
  const written = `Bearer ${await token({ scope: 'read write' })}`;
  expect(await verdict(written, ['admin', 'write'])).toMatchObject({ ok: true });
  expect(await verdict(written, ['admin'])).toEqual({ ok: false, status: 403 });
});

test.each([
  ['another kind of authorizer', { AuthorizerType: 'REQUEST' }],
  ['another place of the token', { IdentitySource: ['$request.querystring.token'] }],
])('%s is refused by name', (_, more) => {
  expect(() => authorizer(more)).toThrow('Jwt');
});
