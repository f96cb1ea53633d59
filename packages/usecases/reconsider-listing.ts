import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import { sortedJson } from '#domain/sorted-json';
import { consider } from '#domain/whitelist/consider';
import type { Listing } from '#domain/whitelist/whitelist';
import { announce } from './announce.ts';
import type { Ports } from './ports.ts';
import { scoreEnterprise } from './score-enterprise.ts';
import { committed, untilCommitted } from './until-committed.ts';

/**
 * Considers a firm anew for the recommended list in effect, by that list's own rule and by a fresh score: a
 * hard stop takes it out, a repair may bring it in. A firm that was not there when the list was drafted waits
 * for the next one. Nothing changes where nothing has. Refuses: enterprise_unknown, busy.
 */
export const reconsiderListing = (ports: Ports) => {
  const score = scoreEnterprise(ports);
  return async (
    asker: Principal,
    code: UnifiedCode,
  ): Promise<Outcome<{ readonly changed: boolean }>> => {
    const scored = await score(asker, { code });
    if (!scored.ok) return scored;
    return untilCommitted<{ readonly changed: boolean }>(async () => {
      const current = await ports.store.get('currentWhitelist', 'current');
      const id = current?.value.whitelist;
      if (id === undefined) return accept({ changed: false });
      const [whitelist, kept, enterprise] = await Promise.all([
        ports.store.get('whitelist', id),
        ports.store.get('listing', `${id}/${code}`),
        ports.store.get('enterprise', code),
      ]);
      if (!whitelist || !kept || !enterprise) return accept({ changed: false });
      const listing: Listing = consider({
        rule: whitelist.value.rule,
        enterprise: enterprise.value,
        score: scored.value,
        asOf: ports.today(),
        whitelist: id,
      });
      if (sortedJson(listing) === sortedJson(kept.value)) return accept({ changed: false });
      const moved = Number(listing.listed) - Number(kept.value.listed);
      const result = await ports.store.commit({
        changes: [
          { kind: 'listing', value: listing, expected: kept.version },
          {
            kind: 'whitelist',
            value: { ...whitelist.value, listed: whitelist.value.listed + moved },
            expected: whitelist.version,
          },
        ],
        events: [
          announce(ports, asker, {
            type: 'listing_changed',
            whitelist: id,
            code,
            listed: listing.listed,
          }),
        ],
      });
      return committed(result, { changed: true });
    });
  };
};
