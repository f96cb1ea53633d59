import type { WhitelistId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { Whitelist } from '#domain/whitelist/whitelist';
import { whyNotWhitelist } from '#domain/whitelist/whitelist-actions';
import { announce } from './announce.ts';
import type { Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** Publishes a drafted list, which is in effect from then on; twice is once. Refuses: not_found, whitelist_not_draft. */
export const publishWhitelist =
  (ports: Ports) =>
  (asker: Principal, id: WhitelistId): Promise<Outcome<Whitelist>> =>
    untilCommitted<Whitelist>(async () => {
      const [kept, current] = await Promise.all([
        ports.store.get('whitelist', id),
        ports.store.get('currentWhitelist', 'current'),
      ]);
      if (!kept) return refuse('not_found', { field: 'whitelist', actual: id });
      const refusal = whyNotWhitelist('publish', kept.value.status);
      if (refusal) return { ok: false, refusal };
      if (kept.value.status === 'published') return accept(kept.value);
      const value: Whitelist = { ...kept.value, status: 'published', publishedAt: ports.now() };
      const result = await ports.store.commit({
        changes: [
          { kind: 'whitelist', value, expected: kept.version },
          {
            kind: 'currentWhitelist',
            value: { whitelist: id },
            expected: current?.version ?? 0,
          },
        ],
        events: [
          announce(ports, asker, {
            type: 'whitelist_published',
            whitelist: id,
            listed: value.listed,
          }),
        ],
      });
      return committed(result, value);
    });
