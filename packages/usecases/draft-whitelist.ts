import type { WhitelistId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { consider } from '#domain/whitelist/consider';
import type { Listing, Whitelist } from '#domain/whitelist/whitelist';
import { whyNotWhitelist } from '#domain/whitelist/whitelist-actions';
import { announce } from './announce.ts';
import { eachAtOnce } from './each-at-once.ts';
import { type Change, MAX_GET, MAX_PAGE, type Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

/** Pages of firms of one stretch of drafting: seconds of work, far from the end of a function's time. */
const PAGES = 4;
const LISTINGS_PER_COMMIT = 90;
const COMMITS_AT_ONCE = 4;

/**
 * One stretch of a draft: considers the firms after `after` ('' = from the start), keeps an entry with its
 * grounds for each, and asks for the next stretch by an event. A stretch that comes twice, or late, changes
 * nothing. Refuses: not_found.
 */
export const draftWhitelist =
  (ports: Ports) =>
  (
    asker: Principal,
    { id, after }: { readonly id: WhitelistId; readonly after: string },
  ): Promise<Outcome<Whitelist>> =>
    untilCommitted<Whitelist>(async () => {
      const kept = await ports.store.get('whitelist', id);
      if (!kept) return refuse('not_found', { field: 'whitelist', actual: id });
      const whitelist = kept.value;
      const passed = (whitelist.after ?? '') !== after;
      if (whyNotWhitelist('draft', whitelist.status) || passed) return accept(whitelist);
      const { listings, next } = await considerStretch(ports, whitelist, after);
      await keepListings(ports, asker, listings);
      const { after: _, ...rest } = whitelist;
      const value: Whitelist = {
        ...rest,
        status: next === undefined ? 'draft' : 'drafting',
        ...(next !== undefined && { after: next }),
        considered: whitelist.considered + listings.length,
        listed: whitelist.listed + listings.filter(({ listed }) => listed).length,
      };
      const event =
        next === undefined
          ? ({ type: 'whitelist_drafted', whitelist: id, listed: value.listed } as const)
          : ({ type: 'whitelist_drafting', whitelist: id, after: next } as const);
      const result = await ports.store.commit({
        changes: [{ kind: 'whitelist', value, expected: kept.version }],
        events: [announce(ports, asker, event)],
      });
      return committed(result, value);
    });

type Stretch = { readonly listings: readonly Listing[]; readonly next: string | undefined };

async function considerStretch(
  ports: Ports,
  whitelist: Whitelist,
  after: string,
): Promise<Stretch> {
  const listings: Listing[] = [];
  let next: string | undefined = after;
  for (let page = 0; page < PAGES && next !== undefined; page += 1) {
    const considered: Stretch = await considerPage(ports, whitelist, next);
    listings.push(...considered.listings);
    next = considered.next;
  }
  return { listings, next };
}

async function considerPage(
  ports: Ports,
  { id, rule, asOf }: Whitelist,
  after: string,
): Promise<Stretch> {
  const page = await ports.store.list('enterprises', 'all', {
    limit: MAX_PAGE,
    ...(after && { after }),
  });
  const scores = await ports.store.getMany(
    'score',
    page.items.map(({ value }) => value.code),
  );
  return {
    listings: page.items.map(({ value: enterprise }, index) =>
      consider({ rule, enterprise, score: scores[index]?.value, asOf, whitelist: id }),
    ),
    next: page.next,
  };
}

/** Entries of a stretch that was cut off are there already: they are written over, not beside. */
async function keepListings(
  ports: Ports,
  by: Principal,
  listings: readonly Listing[],
): Promise<void> {
  const changes: Change[] = [];
  for (let start = 0; start < listings.length; start += MAX_GET) {
    const part = listings.slice(start, start + MAX_GET);
    const kept = await ports.store.getMany(
      'listing',
      part.map(({ whitelist, code }) => `${whitelist}/${code}` as const),
    );
    changes.push(
      ...part.map(
        (value, index): Change => ({
          kind: 'listing',
          value,
          expected: kept[index]?.version ?? 0,
        }),
      ),
    );
  }
  const parts = Array.from({ length: Math.ceil(changes.length / LISTINGS_PER_COMMIT) }, (_, part) =>
    changes.slice(part * LISTINGS_PER_COMMIT, (part + 1) * LISTINGS_PER_COMMIT),
  );
  // A conflict here means that the same stretch runs elsewhere; the list's own version decides between the two.
  await eachAtOnce(parts, COMMITS_AT_ONCE, (part) =>
    ports.store.commit({ changes: part, events: [], by }),
  );
}
