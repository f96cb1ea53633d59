import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import { announce } from './announce.ts';
import { eachAtOnce } from './each-at-once.ts';
import type { Ports } from './ports.ts';
import { scoreEnterprise } from './score-enterprise.ts';

/** Firms of one stretch: well within the time of one function call. */
const STRETCH = 200;
const AT_ONCE = 8;

/**
 * Scores the next stretch of firms after `after` ('' = from the start) as of today. Every stretch but the last
 * asks for the next one by an event, so no call grows with the city. A stretch done twice changes nothing.
 */
export const rescoreCity =
  (ports: Ports) =>
  async (
    asker: Principal,
    { after }: { readonly after: string },
  ): Promise<Outcome<{ scored: number; finished: boolean }>> => {
    const page = await ports.store.list('enterprises', 'all', {
      limit: STRETCH,
      ...(after && { after }),
    });
    const score = scoreEnterprise(ports);
    await eachAtOnce(page.items, AT_ONCE, ({ value }) => score(asker, { code: value.code }));
    if (page.next !== undefined)
      await ports.store.commit({
        changes: [],
        events: [announce(ports, asker, { type: 'city_rescoring', after: page.next })],
      });
    return accept({ scored: page.items.length, finished: page.next === undefined });
  };
