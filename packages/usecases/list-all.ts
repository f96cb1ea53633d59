import { type Collection, type Collections, type ItemIn, MAX_PAGE, type Store } from './ports.ts';

/** Every value of a collection, page by page: for collections that are known to be small. */
export async function listAll<C extends Collection>(
  store: Store,
  collection: C,
  of: Collections[C]['of'],
  pageSize = MAX_PAGE,
): Promise<ItemIn<C>[]> {
  const all: ItemIn<C>[] = [];
  let after: string | undefined;
  do {
    const page = await store.list(collection, of, {
      limit: pageSize,
      ...(after !== undefined && { after }),
    });
    all.push(...page.items.map((item) => item.value));
    after = page.next;
  } while (after !== undefined);
  return all;
}
