import { describe, expect, test, vi } from 'vitest';
import { providerApi } from '#adapters/identity/provider-api';
import { registryMatch } from '#adapters/identity/registry-match';
import type { IdentityClaim } from '#domain/identity/identity';
import type { IdNumber } from '#domain/personal/id-number';
import { idNumber, WANG } from '#test/support/a-person';
import { anEnterprise, CODE } from '#test/support/builders';
import type { IdentityProvider } from '#usecases/ports';

const claim = (told: Partial<IdentityClaim> = {}) => ({
  code: CODE,
  ...WANG,
  method: 'registry_match' as const,
  enterpriseName: anEnterprise().name,
  ...told,
});
const standIn = (told: Parameters<typeof anEnterprise>[0] = {}, isReachable = true) =>
  registryMatch({
    enterpriseOf: async (code) => (code === CODE ? anEnterprise(told) : undefined),
    isReachable: () => isReachable,
  });

describe('the stand-in of a provider', () => {
  test.each([
    ['a firm in operation under its name', {}, {}, undefined],
    [
      'a name that differs in blanks alone',
      {},
      { enterpriseName: `${anEnterprise().name} ` },
      undefined,
    ],
    ['another name', {}, { enterpriseName: '别的公司' }, 'enterprise_name_differs'],
    ['a revoked firm', { status: 'revoked' as const }, {}, 'enterprise_not_operating'],
    ['a cancelled firm', { status: 'cancelled' as const }, {}, 'enterprise_not_operating'],
    [
      'a number that checks wrong',
      {},
      { idNumber: '110105194912310021' as IdNumber },
      'person_unknown',
    ],
    [
      'a licence of nobody',
      {},
      { method: 'electronic_licence' as const, licence: 'EL-1' },
      'licence_wrong',
    ],
    [
      'its own licence',
      {},
      { method: 'electronic_licence' as const, licence: `EL-${CODE}-123456` },
      undefined,
    ],
  ])('%s', async (_, firm, told, reason) => {
    const answer = await settled(standIn(firm), { ...claim(), ...told });
    expect(answer).toMatchObject(
      reason === undefined ? { outcome: 'verified' } : { outcome: 'rejected', reasons: [reason] },
    );
  });

  test('the same is answered alike', async () => {
    expect(await standIn().verify(claim())).toEqual(await standIn().verify(claim()));
  });

  test('some are left open, and decided when asked again under the reference', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        standIn().verify(claim({ idNumber: idNumber(`320508199001011${10 + index}`) })),
      ),
    );
    const open = answers.filter(({ outcome }) => outcome === 'pending');
    expect(open.length).toBeGreaterThan(0);
    expect(open.length).toBeLessThan(30);
    const index = answers.findIndex(({ outcome }) => outcome === 'pending');
    const asked = claim({ idNumber: idNumber(`320508199001011${10 + index}`) });
    expect(await settled(standIn(), asked)).toMatchObject({ outcome: 'verified' });
  });

  test('nothing of a person stands in an answer', async () => {
    const answer = JSON.stringify(await standIn().verify(claim()));
    for (const secret of Object.values(WANG)) expect(answer).not.toContain(secret);
  });

  test('it cannot always be reached', async () => {
    expect(await standIn({}, false).verify(claim())).toEqual({ outcome: 'unreachable' });
  });
});

async function settled(
  provider: IdentityProvider,
  asked: Parameters<IdentityProvider['verify']>[0],
) {
  const answer = await provider.verify(asked);
  return answer.outcome === 'pending'
    ? provider.verify({ ...asked, reference: answer.reference })
    : answer;
}

describe('a provider behind an address', () => {
  const answering = (answer: () => Promise<Response>) => {
    const request = vi.fn<typeof fetch>(answer);
    return { request, provider: providerApi({ url: 'https://identity.example/v1', request }) };
  };
  const verified = { outcome: 'verified', provider: 'bureau', reference: 'r-1' };

  test('is asked by POST over HTTPS, follows nobody elsewhere, and is not waited for without end', async () => {
    const { request, provider } = answering(async () => Response.json(verified));
    expect(await provider.verify(claim())).toEqual(verified);
    const [url, init] = request.mock.calls[0] ?? [];
    expect(url).toBe('https://identity.example/v1');
    expect(init).toMatchObject({ method: 'POST', redirect: 'error' });
    expect(init?.signal).toBeInstanceOf(AbortSignal);
    expect(() => providerApi({ url: 'http://identity.example' })).toThrow('https');
  });

  test.each([
    ['an error', async () => new Response('no', { status: 500 })],
    ['no JSON', async () => new Response('<html>')],
    ['another shape', async () => Response.json({ outcome: 'maybe' })],
    [
      'reasons of its own',
      async () => Response.json({ ...verified, outcome: 'rejected', reasons: ['because'] }),
    ],
    ['no reason', async () => Response.json({ ...verified, outcome: 'rejected', reasons: [] })],
    ['silence', async () => Promise.reject(new Error(`timed out on ${WANG.idNumber}`))],
  ])('%s is as if it could not be reached', async (_, answer) => {
    expect(await answering(answer).provider.verify(claim())).toEqual({ outcome: 'unreachable' });
  });
});
