import type { CatalogueId } from '#domain/credit/catalogue';
import type { CreditRecord } from '#domain/credit/record';
import type { UnifiedCode } from '#domain/ids';
import { MAX_PAGE, type Page, type Store } from './ports.ts';
import type { Paged, PageOf } from './read.ts';

/**
 * One page of a firm's records of some catalogues, in the order of the whole list, asking for each catalogue's
 * stretch alone. Records for which `used` answers nothing are passed over, and the page is filled all the same: it
 * holds fewer than asked for on the last page alone, and no page that follows is empty.
 */
export async function listCatalogues<Item extends CreditRecord>(
  store: Store,
  of: {
    readonly code: UnifiedCode;
    /** Sorted. */
    readonly catalogues: readonly CatalogueId[];
    readonly used: (record: CreditRecord) => Item | undefined;
  },
  { limit, after = '' }: PageOf,
): Promise<Paged<Item>> {
  const found: Item[] = [];
  for (const catalogue of of.catalogues) {
    const begin = `${catalogue}#`;
    // The stretch lies wholly before the place where the page before ended.
    if (after > begin && !after.startsWith(begin)) continue;
    let from: string | undefined = after > begin ? after : begin;
    while (from !== undefined) {
      const page: Page<CreditRecord> = await store.list('recordsOfEnterprise', of.code, {
        limit: Math.min(MAX_PAGE, limit + 1 - found.length),
        after: from,
      });
      const stretch = page.items.filter(({ value }) => value.catalogue === catalogue);
      found.push(...stretch.flatMap(({ value }) => of.used(value) ?? []));
      if (found.length > limit) return pageOf(found.slice(0, limit));
      from = stretch.length === page.items.length ? page.next : undefined;
    }
  }
  return { items: found };
}

function pageOf<Item extends CreditRecord>(items: readonly Item[]): Paged<Item> {
  const last = items.at(-1);
  return { items, ...(last && { next: positionOf(last) }) };
}

/** As the store's own list of a firm's records names its places. */
const positionOf = ({ id }: CreditRecord): string => {
  const [catalogue, , ...key] = id.split('/');
  return `${catalogue}#${key.join('/')}`;
};
