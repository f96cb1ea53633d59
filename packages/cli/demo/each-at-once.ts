/** Requests under way at one time: enough to keep two cores busy, few enough to stay polite. */
export const AT_ONCE = 8;

/** Works through the items, `AT_ONCE` at a time; results in the items' order. The first failure ends it. */
export async function eachAtOnce<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results[index] = await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  return results;
}
