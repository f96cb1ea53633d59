import type { Outcome } from '#domain/refusal';
import { granted } from './granted.ts';

/** As many as the store gives at once. */
const PAGE = 500;

type Paged<Item> = { readonly items: readonly Item[]; readonly next?: string };

/** A list from its first page to its last, one page in memory at a time. */
export async function* allPages<Item>(
  page: (at: { readonly limit: number; readonly after?: string }) => Promise<Outcome<Paged<Item>>>,
): AsyncGenerator<readonly Item[]> {
  let after: string | undefined;
  do {
    const { items, next } = granted(await page({ limit: PAGE, ...(after && { after }) }));
    yield items;
    after = next;
  } while (after !== undefined);
}

export async function allItems<Item>(
  page: (at: { readonly limit: number; readonly after?: string }) => Promise<Outcome<Paged<Item>>>,
): Promise<Item[]> {
  const all: Item[] = [];
  for await (const items of allPages(page)) all.push(...items);
  return all;
}
