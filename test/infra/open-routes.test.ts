import { beforeAll, describe, expect, test } from 'vitest';
import { policy } from '#domain/access/policy';
import type { Operation } from '#functions/api/operation';
import { operations } from '#functions/api/operations';
import { openOperations, openRoutes } from '#infra/open-routes';
import { cloudRegions } from '#infra/stage';
import { inRegion, ofType, type SynthesisedStack, synthesised } from './templates.ts';

const isPublic = ({ action }: Operation) =>
  action === null || policy[action].grants.some((grant) => grant === 'public:any');

test('without a token one asks what the policy table grants to the public, and what is asked of nobody', () => {
  const open = operations.filter((one) => one.method === 'GET' && isPublic(one));
  expect(open.map(({ path }) => path).toSorted()).toEqual([...openOperations].toSorted());
});

test('what changes something is never open', () => {
  for (const { path, method } of openRoutes)
    if (path.startsWith('/v1')) expect(['GET', 'OPTIONS'], path).toContain(method);
});

test('every operation lies behind the one route that needs a token, or is open by name', () => {
  for (const { path } of operations) expect(path).toMatch(/^\/v1\/./);
});

describe.each(cloudRegions)('in %s', (region) => {
  let stack: SynthesisedStack;
  beforeAll(async () => {
    stack = inRegion(await synthesised('cloud'), region);
  });
  const routes = () => ofType(stack, 'AWS::ApiGatewayV2::Route');

  test('what is not open by name needs a token of the issuer', () => {
    const open = openRoutes.map(({ path, method }) => `${method} ${path}`);
    const keys = routes().map((route) => [route.at('RouteKey'), route.at('AuthorizationType')]);
    expect(keys.toSorted()).toEqual(
      [['ANY /v1/{proxy+}', 'JWT'], ...open.map((key) => [key, 'NONE'])].toSorted(),
    );
  });

  test('the issuer is told with the deployment, over TLS', () => {
    const [authorizer, ...more] = ofType(stack, 'AWS::ApiGatewayV2::Authorizer');
    expect(more).toEqual([]);
    expect(authorizer?.at('JwtConfiguration')).toEqual({
      Issuer: { Ref: 'Issuer' },
      Audience: [{ Ref: 'Audience' }],
    });
    const { Issuer } = JSON.parse(stack.text).Parameters;
    expect(Issuer.Default).toBeUndefined();
    const allowed = new RegExp(Issuer.AllowedPattern);
    expect(allowed.test('https://login.example.gov.cn/realms/city')).toBe(true);
    for (const wrong of ['http://login.example', 'https://a?b', 'https://', 'login.example', ''])
      expect(allowed.test(wrong), wrong).toBe(false);
  });

  test('browser apps of no origin may call unless one is told, and then over TLS alone', () => {
    const { Origins } = JSON.parse(stack.text).Parameters;
    expect(Origins.Default).toBe('');
    const allowed = new RegExp(Origins.AllowedPattern);
    for (const right of ['', 'https://a.example', 'https://a.example,https://b.example:8443'])
      expect(allowed.test(right), right).toBe(true);
    for (const wrong of ['*', 'http://a.example', 'https://a.example/', 'https://a.example,*'])
      expect(allowed.test(wrong), wrong).toBe(false);
  });

  test('the function is told the same issuer as the gateway, for it verifies as well', () => {
    const api = ofType(stack, 'AWS::Lambda::Function').find(({ id }) => id.startsWith('Api'));
    expect(api?.at('Environment.Variables')).toMatchObject({
      ISSUER: { Ref: 'Issuer' },
      AUDIENCE: { Ref: 'Audience' },
    });
  });
});
