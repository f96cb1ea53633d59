import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import { announce } from './announce.ts';
import type { Ports } from './ports.ts';
import { scoreEnterprises } from './score-enterprises.ts';

/** Firms of one stretch: well within the time of one function call. */
const STRETCH = 500;

/**
 * Scores the next stretch of firms after `after` ('' = from the start) as of today. Every stretch but the last
 * asks for the next one by an event, so no call grows with the city. A stretch done twice scores nobody
 * twice, since their scores are current then. Refuses what scoring refuses.
 */
export const rescoreCity = (ports: Ports) => {
  const score = scoreEnterprises(ports);
  return async (
    asker: Principal,
    { after }: { readonly after: string },
  ): Promise<Outcome<{ readonly scored: number; readonly finished: boolean }>> => {
    const page = await ports.store.list('enterprises', 'all', {
      limit: STRETCH,
      ...(after && { after }),
    });
    const outcome = await score(
      asker,
      page.items.map(({ value }) => value.code),
    );
    if (!outcome.ok) return outcome;
    if (page.next !== undefined)
      await ports.store.commit({
        changes: [],
        events: [announce(ports, asker, { type: 'city_rescoring', after: page.next })],
      });
    return accept({ scored: outcome.value.scored, finished: page.next === undefined });
  };
};
