import * as z from 'zod';
import { identityReasonCodes } from '#domain/identity/identity';
import type { IdentityProvider } from '#usecases/ports';

const TIMEOUT_MS = 8_000;
const reference = { provider: z.string().max(100), reference: z.string().max(200) };

const answerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('verified'), ...reference }),
  z.object({
    outcome: z.literal('rejected'),
    ...reference,
    reasons: z.array(z.enum(identityReasonCodes)).min(1),
  }),
  z.object({ outcome: z.literal('pending'), ...reference }),
]);

/**
 * A provider behind an address: the claim is POSTed as JSON over HTTPS. Whatever is no answer of the agreed shape
 * (an error, silence, a redirect, other reasons than ours) is as if it could not be reached.
 */
export function providerApi(options: {
  readonly url: string;
  readonly request?: typeof fetch;
}): IdentityProvider {
  const { url, request = fetch } = options;
  if (new URL(url).protocol !== 'https:')
    throw new Error('IDENTITY_URL is an https address: personal numbers go there.');
  return {
    verify: async (claim) => {
      try {
        const response = await request(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify(claim),
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        if (!response.ok) return { outcome: 'unreachable' };
        return answerSchema.parse(await response.json());
      } catch {
        // What went wrong may quote what was sent: it is told to nobody.
        return { outcome: 'unreachable' };
      }
    },
  };
}
