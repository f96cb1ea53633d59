import type { UnifiedCode, WhitelistId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { Listing, Whitelist } from '#domain/whitelist/whitelist';
import type { Ports, Versioned } from './ports.ts';
import { type Paged, type PageOf, readOne, readPage } from './read.ts';

/** What everybody may see of a firm on a published list: that it is there. */
export type PublicListing = Pick<Listing, 'whitelist' | 'code' | 'name' | 'listed'>;

/** The office sees its drafts; to everybody else a list is there once it is published. */
const isSeenBy = ({ kind }: Principal, { status }: Whitelist): boolean =>
  kind === 'office' || kind === 'system' || status === 'published';

/** Refuses: not_found. */
export const readWhitelist =
  (ports: Ports) =>
  async (asker: Principal, id: WhitelistId): Promise<Outcome<Versioned<Whitelist>>> => {
    const list = await readOne(ports, 'whitelist')(asker, id);
    return list.ok && !isSeenBy(asker, list.value.value)
      ? refuse('not_found', { field: 'whitelist', actual: id })
      : list;
  };

/** Newest first; a page may hold fewer than asked for, since drafts are on it for the office alone. */
export const listWhitelists =
  (ports: Ports) =>
  async (asker: Principal, page: PageOf): Promise<Outcome<Paged<Whitelist>>> => {
    const lists = await readPage(ports, 'whitelists')(asker, { ...page, of: 'all' });
    if (!lists.ok) return lists;
    return accept({
      ...lists.value,
      items: lists.value.items.filter((one) => isSeenBy(asker, one)),
    });
  };

/**
 * Entries of a list: to the office every firm's with its grounds, or those in alone; to everybody else the firms
 * on a published list by name, since grounds and points are a firm's own. Refuses: not_found.
 */
export const readListings =
  (ports: Ports) =>
  async (
    asker: Principal,
    {
      whitelist,
      listedOnly = false,
      ...page
    }: PageOf & { readonly whitelist: WhitelistId; readonly listedOnly?: boolean },
  ): Promise<Outcome<Paged<Listing | PublicListing>>> => {
    const list = await readWhitelist(ports)(asker, whitelist);
    if (!list.ok) return list;
    const whole = asker.kind === 'office' || asker.kind === 'system';
    const found = await readPage(ports, listedOnly || !whole ? 'listedIn' : 'listings')(asker, {
      ...page,
      of: whitelist,
    });
    if (!found.ok || whole) return found;
    return accept({
      ...found.value,
      items: found.value.items.map(({ whitelist, code, name, listed }) => ({
        whitelist,
        code,
        name,
        listed,
      })),
    });
  };

/** A firm's entry in the list in effect, in or out, with its grounds. Refuses: not_found (no list, or no entry). */
export const readListing =
  (ports: Ports) =>
  async (asker: Principal, code: UnifiedCode): Promise<Outcome<Listing>> => {
    const current = await ports.store.get('currentWhitelist', 'current');
    const id = current?.value.whitelist;
    const kept = id && (await readOne(ports, 'listing')(asker, `${id}/${code}`));
    return kept?.ok
      ? accept(kept.value.value)
      : refuse('not_found', { field: 'enterprise', actual: code });
  };
