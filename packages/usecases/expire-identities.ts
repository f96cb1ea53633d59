import { identityStatusOn } from '#domain/identity/identity-rules';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import { announce } from './announce.ts';
import { dueMonths } from './due-months.ts';
import { MAX_COMMIT, type Ports } from './ports.ts';

/** Identities of one run at most; the next run goes on. */
const MAX_EXPIRED = 1_000;

/**
 * Says of verified identities that have run out that they have; whoever asks in the meantime is refused all the
 * same. A second run finds none left.
 */
export const expireIdentities =
  (ports: Ports) =>
  async (
    asker: Principal,
    _: Record<never, never>,
  ): Promise<Outcome<{ readonly expired: number }>> => {
    const today = ports.today();
    let expired = 0;
    for (const month of dueMonths('identity_numbers', today)) {
      let after: string | undefined;
      do {
        const page = await ports.store.list('dueIdentities', month, {
          limit: MAX_COMMIT / 2,
          ...(after !== undefined && { after }),
        });
        for (const { value, version } of page.items) {
          if (value.status !== 'verified' || identityStatusOn(value, today) !== 'expired') continue;
          // Whoever is verified anew at this moment has not expired.
          const result = await ports.store.commit({
            changes: [
              { kind: 'identity', value: { ...value, status: 'expired' }, expected: version },
            ],
            events: [
              announce(ports, asker, {
                type: 'identity_moved',
                code: value.code,
                person: value.person,
                status: 'expired',
              }),
            ],
          });
          if (result === 'committed') expired += 1;
        }
        after = page.next;
      } while (after !== undefined && expired < MAX_EXPIRED);
    }
    return accept({ expired });
  };
