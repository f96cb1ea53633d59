import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { assert } from '#domain/assert';
import { type Collection, type Collections, MAX_PAGE } from '#usecases/ports';
import { collections } from './collections.ts';
import type { Item } from './item.ts';

export type Table = { readonly client: DynamoDBDocumentClient; readonly tableName: string };

const HIGHEST = '\u{10FFFF}';

/** One page of a collection as it lies in the table, in its order. */
export async function itemsIn<C extends Collection>(
  { client, tableName }: Table,
  collection: C,
  of: Collections[C]['of'],
  page: { readonly limit: number; readonly after?: string },
): Promise<{ readonly items: readonly Item[]; readonly next?: string }> {
  assert(page.limit > 0 && page.limit <= MAX_PAGE, `a page holds 1 to ${MAX_PAGE}`);
  const { index, pk, prefix = '', newestFirst = false } = collections[collection];
  const [pkName, skName] = index ? [`${index}pk`, `${index}sk`] : ['pk', 'sk'];
  const found: Item[] = [];
  // One more than asked for tells whether there is a next page, without a query that finds nothing.
  const wanted = page.limit + 1;
  let start: Record<string, unknown> | undefined;
  const bounds = boundsOf({ prefix, after: page.after, newestFirst });
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: tableName,
        ...(index && { IndexName: index }),
        KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :low AND :high',
        ExpressionAttributeNames: { '#pk': pkName, '#sk': skName },
        ExpressionAttributeValues: { ':pk': pk(of), ':low': bounds.low, ':high': bounds.high },
        ScanIndexForward: !newestFirst,
        ConsistentRead: !index,
        // BETWEEN includes the item at `after` itself, which is dropped below.
        Limit: wanted + 1 - found.length,
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    for (const item of answer.Items ?? [])
      if (item[skName] !== bounds.dropped && found.length < wanted) found.push(item);
    start = answer.LastEvaluatedKey;
  } while (start && found.length < wanted);
  const items = found.slice(0, page.limit);
  const last = items.at(-1);
  return {
    items,
    ...(found.length > page.limit && last && { next: String(last[skName]).slice(prefix.length) }),
  };
}

/** `begins_with` ignores case on one engine, so a prefix is asked for as a range on all of them. */
function boundsOf(of: { prefix: string; after: string | undefined; newestFirst: boolean }) {
  const low = of.prefix || '!';
  const high = `${of.prefix}${HIGHEST}`;
  if (of.after === undefined) return { low, high, dropped: undefined };
  const dropped = `${of.prefix}${of.after}`;
  return of.newestFirst ? { low, high: dropped, dropped } : { low: dropped, high, dropped };
}
