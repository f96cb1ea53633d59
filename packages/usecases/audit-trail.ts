import { AUDIT_SHARDS, type AuditStream } from '#domain/audit/audit-entry';
import type { BusinessDate } from '#domain/time';
import {
  type Collections,
  type Inspected,
  type InspectedCollection,
  type ItemIn,
  MAX_PAGE,
  type Store,
} from './ports.ts';

/** Every item of a collection as it lies there, one page in memory at a time. */
export async function* inspectAll<C extends InspectedCollection>(
  store: Store,
  collection: C,
  of: Collections[C]['of'],
): AsyncGenerator<Inspected<ItemIn<C>>> {
  let after: string | undefined;
  do {
    const page = await store.inspect(collection, of, {
      limit: MAX_PAGE,
      ...(after !== undefined && { after }),
    });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

/** The entries of a day in the order in which they are sealed: shard by shard, by stream and number. */
export async function* entriesOn(store: Store, day: BusinessDate) {
  for (let shard = 0; shard < AUDIT_SHARDS; shard += 1)
    yield* inspectAll(store, 'auditOn', `${day}/${shard}`);
}

export const entriesOf = (store: Store, stream: AuditStream) =>
  inspectAll(store, 'auditOf', stream);
