import { describe, expect, test } from 'vitest';
import { requestsAMinute } from '#domain/access/rate-limits';
import { PUBLIC } from '#domain/principal';
import { accept } from '#domain/refusal';
import { createApp } from '#functions/api/app';
import { join } from '#platform/join';
import { instant } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { aBank } from '#test/support/principals';
import { problemOf } from './a-door.ts';

const ORIGIN = 'https://portal.example';

function aDoorFor(asker: Parameters<typeof accept>[0] = PUBLIC, origins: readonly string[] = []) {
  const { ports } = memoryPorts();
  let now = ports.now();
  const platform = join({ ...ports, now: () => now });
  const authenticate = async () => accept(asker as typeof PUBLIC);
  const app = createApp(platform, { authenticate, origins });
  const from = (sourceIp: string) => app.request('/v1/products', {}, { sourceIp });
  return {
    app,
    from,
    later: () => {
      now = instant('2026-03-02T01:01:00.000Z');
    },
  };
}

describe('how often one may ask', () => {
  test('the request above the limit of a minute is refused and told when to come again; the next minute is free', async () => {
    const { from, later } = aDoorFor();
    for (let asked = 0; asked < requestsAMinute.public; asked += 1)
      expect((await from('192.0.2.1')).status).toBe(200);
    const refused = await from('192.0.2.1');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await problemOf(refused)).toMatchObject({ code: 'rate_limited' });
    expect((await from('192.0.2.2')).status).toBe(200);
    later();
    expect((await from('192.0.2.1')).status).toBe(200);
  });

  test('who has signed in is counted by name, from wherever they ask', async () => {
    const { from } = aDoorFor(aBank());
    for (let asked = 0; asked < requestsAMinute.bank; asked += 1)
      await from(`192.0.2.${asked % 250}`);
    expect((await from('198.51.100.1')).status).toBe(429);
  });
});

describe('what a browser is told', () => {
  test.each([
    ['strict-transport-security', /max-age=63072000/],
    ['content-security-policy', /default-src 'none'.*frame-ancestors 'none'/],
    ['x-content-type-options', /nosniff/],
    ['referrer-policy', /no-referrer/],
    ['cache-control', /no-store/],
    ['cross-origin-resource-policy', /same-origin/],
    ['cross-origin-opener-policy', /same-origin/],
    ['permissions-policy', /camera=\(\)/],
  ])('%s', async (header, pattern) => {
    const { app } = aDoorFor();
    for (const path of ['/', '/docs', '/v1/products', '/v1/needs', '/nowhere'])
      expect((await app.request(path)).headers.get(header), path).toMatch(pattern);
  });

  test('an app of the configured origin may call with a token, and no cookie goes along', async () => {
    const { app } = aDoorFor(PUBLIC, [ORIGIN]);
    const preflight = await app.request('/v1/needs/need_one', {
      method: 'OPTIONS',
      headers: {
        origin: ORIGIN,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/Authorization/);
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    const answer = await app.request('/v1/products', { headers: { origin: ORIGIN } });
    expect(answer.headers.get('access-control-expose-headers')).toMatch(/ETag/);
  });

  test.each([
    ['another origin', [ORIGIN], 'https://evil.example'],
    ['an origin that only begins alike', [ORIGIN], `${ORIGIN}.evil.example`],
    ['any origin where none is configured', [], ORIGIN],
    ['no origin at all', [ORIGIN], 'null'],
  ])('%s may not read', async (_, origins, origin) => {
    const { app } = aDoorFor(PUBLIC, origins);
    const answer = await app.request('/v1/products', { headers: { origin } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});
