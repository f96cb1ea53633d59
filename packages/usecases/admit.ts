import { requestLimitOf } from '#domain/access/rate-limits';
import { nameOfParty, type Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { Ports } from './ports.ts';

const MINUTE = 'YYYY-MM-DDTHH:MM'.length;

/**
 * Counts one more request of whoever asks in this minute, on every machine together; the public by the digest of
 * its address, since an address is personal data. Refuses: rate_limited.
 */
export const admit =
  (ports: Pick<Ports, 'now' | 'meter' | 'digest'>) =>
  async (
    asker: Principal,
    { address = '' }: { readonly address?: string },
  ): Promise<Outcome<'admitted'>> => {
    const limit = requestLimitOf(asker);
    if (limit === undefined) return accept('admitted');
    const who = asker.kind === 'public' ? ports.digest(address) : asker.id;
    const asked = await ports.meter(`${nameOfParty(asker)}/${who}`, ports.now().slice(0, MINUTE));
    return asked <= limit
      ? accept('admitted')
      : refuse('rate_limited', { expected: `at most ${limit} requests a minute` });
  };
