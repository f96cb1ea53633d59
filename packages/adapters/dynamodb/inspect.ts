import { isDeepStrictEqual } from 'node:util';
import type {
  Collections,
  Inspected,
  InspectedCollection,
  InspectedPage,
  ItemIn,
  Kept,
  Kind,
} from '#usecases/ports';
import { collections } from './collections.ts';
import { type Item, itemOf } from './item.ts';
import { itemsIn, type Table } from './items-in.ts';
import { schemas } from './schemas.ts';

/** Every item of the page with what it is: read, written anew, and compared attribute by attribute with what lies there. */
export async function inspect<C extends InspectedCollection>(
  table: Table,
  collection: C,
  of: Collections[C]['of'],
  page: { readonly limit: number; readonly after?: string },
): Promise<InspectedPage<ItemIn<C>>> {
  const { items, next } = await itemsIn(table, collection, of, page);
  const kind = collections[collection].kind;
  return {
    items: items.map((item) => inspected(kind, item)),
    ...(next !== undefined && { next }),
  };
}

function inspected<K extends Kind>(kind: K, item: Item): Inspected<Kept[K]> {
  const value = valueIn(kind, item);
  if (value === undefined) return { intact: false, why: 'unreadable', names: namesByKeys(item) };
  const written = itemOf({ kind, value, expected: 0 });
  return isDeepStrictEqual({ ...item }, written)
    ? { intact: true, value }
    : {
        intact: false,
        why: 'altered',
        names: [...namesByKeys(item), ...namesByKeys(written).slice(0, 1)],
      };
}

/** By the body alone. What is not JSON, or JSON of another shape, is no value. */
function valueIn<K extends Kind>(kind: K, { body }: Item): Kept[K] | undefined {
  try {
    return schemas[kind].safeParse(JSON.parse(String(body))).data;
  } catch {
    return undefined;
  }
}

/**
 * What the primary key and the index key call an audit entry (keys.ts), `need/need_1/12`, or a checkpoint, its
 * day. Of an item in a place of its own, the key that was altered calls it something that nothing else says.
 */
function namesByKeys({ pk, sk, gsi1sk }: Item): readonly string[] {
  const names = [{ of: String(pk).slice('AUDIT#'.length), at: String(sk) }];
  const byIndex = /^(.*)#([^#]*)$/.exec(String(gsi1sk));
  names.push({ of: byIndex?.[1] ?? 'CHECKPOINTS', at: byIndex?.[2] ?? String(gsi1sk) });
  return names.map(({ of, at }) => (of === 'CHECKPOINTS' ? at : `${of}/${Number(at)}`));
}
