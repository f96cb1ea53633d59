import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { assert } from '#domain/assert';
import type { UnifiedCode } from '#domain/ids';
import {
  type Collection,
  type Collections,
  type Commit,
  type CommitResult,
  type Dossier,
  type IdOf,
  type ItemIn,
  type Kept,
  type Kind,
  MAX_COMMIT,
  MAX_GET,
  type Page,
  type RevisionOf,
  type Store,
  type Versioned,
} from '#usecases/ports';
import { chance } from '../system/chance.ts';
import { collections } from './collections.ts';
import { inspect } from './inspect.ts';
import { eventItem, type Item, isTooLarge, itemOf, keyOf, parseItem } from './item.ts';
import { itemsIn, type Table } from './items-in.ts';
import { DOSSIER } from './keys.ts';
import { parseProfile, profileUpdate } from './profile.ts';
import { profileKey, revisionKey } from './profile-keys.ts';

const BATCH_GET = 100;
/** A busy item or a throttled table is tried again so often, each time after a longer pause. */
const MAX_TRIES = 8;

/** The one table behind the store port. Reads are consistent except through an index, where AWS has none. */
export function dynamoStore(options: { tableName: string; client?: DynamoDBClient }): Store {
  const client = DynamoDBDocumentClient.from(options.client ?? new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const table = { client, tableName: options.tableName };
  return {
    get: (kind, id) => get(table, kind, id),
    getMany: (kind, ids) => getMany(table, kind, ids),
    list: (collection, of, page) => list(table, collection, of, page),
    inspect: (collection, of, page) => inspect(table, collection, of, page),
    dossier: (code) => dossier(table, code),
    profile: async (code) => parseProfile(code, (await profileItems(table, [code]))[0]),
    profiles: async (codes) => {
      const found = await profileItems(table, codes);
      return codes.map((code, index) => parseProfile(code, found[index]));
    },
    revisions: (of) => revisions(table, of),
    commit: (change) => commit(table, change),
  };
}

type Key = { readonly pk: string; readonly sk: string };

async function get<K extends Kind>(
  { client, tableName }: Table,
  kind: K,
  id: IdOf[K],
): Promise<Versioned<Kept[K]> | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: tableName, Key: keyOf(kind, id), ConsistentRead: true }),
  );
  return Item && parseItem(kind, Item);
}

async function getMany<K extends Kind>(
  table: Table,
  kind: K,
  ids: readonly IdOf[K][],
): Promise<(Versioned<Kept[K]> | undefined)[]> {
  assert(ids.length <= MAX_GET, `at most ${MAX_GET} ids at once`);
  const keys = ids.map((id) => keyOf(kind, id));
  const found = await items(table, keys);
  return keys.map((key) => {
    const item = found.get(nameOf(key));
    return item && parseItem(kind, item);
  });
}

async function dossier({ client, tableName }: Table, code: UnifiedCode): Promise<Dossier> {
  const { pk } = keyOf('enterprise', code);
  const found: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': pk, ':from': DOSSIER.from, ':to': DOSSIER.to },
        ConsistentRead: true,
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    found.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start);
  const enterprise = found.find(({ kind }) => kind === 'enterprise');
  const score = found.find(({ kind }) => kind === 'score');
  return {
    enterprise: enterprise && parseItem('enterprise', enterprise).value,
    records: found
      .filter(({ kind }) => kind === 'record')
      .map((item) => parseItem('record', item).value),
    score: score && parseItem('score', score),
  };
}

async function profileItems(
  table: Table,
  codes: readonly UnifiedCode[],
): Promise<readonly (Item | undefined)[]> {
  assert(codes.length <= MAX_GET, `at most ${MAX_GET} firms at once`);
  const keys = codes.map(profileKey);
  const found = await items(table, keys);
  return keys.map((key) => found.get(nameOf(key)));
}

async function revisions(table: Table, of: readonly RevisionOf[]): Promise<number[]> {
  const keys = of.map(revisionKey);
  const found = await items(table, keys, ['pk', 'sk', 'revision']);
  return keys.map((key) => Number(found.get(nameOf(key))?.['revision'] ?? 0));
}

/** Gets by key, a hundred at a time, asking again for what DynamoDB left unprocessed. */
async function items(
  { client, tableName }: Table,
  keys: readonly Key[],
  only?: readonly string[],
): Promise<Map<string, Item>> {
  const found = new Map<string, Item>();
  const wanted = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  for (let start = 0; start < wanted.length; start += BATCH_GET) {
    let left: Record<string, unknown>[] = wanted.slice(start, start + BATCH_GET);
    for (let tried = 0; left.length > 0; tried += 1) {
      assert(tried < MAX_TRIES, 'DynamoDB processes a batch of keys in the end');
      if (tried > 0) await pause(backoff(tried));
      const answer = await client.send(
        new BatchGetCommand({
          RequestItems: {
            [tableName]: {
              Keys: left,
              ConsistentRead: true,
              ...(only && { ProjectionExpression: only.join(', ') }),
            },
          },
        }),
      );
      for (const item of answer.Responses?.[tableName] ?? [])
        found.set(nameOf({ pk: String(item['pk']), sk: String(item['sk']) }), item);
      left = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
    }
  }
  return found;
}

async function list<C extends Collection>(
  table: Table,
  collection: C,
  of: Collections[C]['of'],
  page: { limit: number; after?: string },
): Promise<Page<ItemIn<C>>> {
  const { items, next } = await itemsIn(table, collection, of, page);
  return {
    items: items.map((item) => parseItem(collections[collection].kind, item)),
    ...(next !== undefined && { next }),
  };
}

async function commit({ client, tableName }: Table, change: Commit): Promise<CommitResult> {
  const items = change.changes.map((one) => ({ one, Item: itemOf(one) }));
  if (items.some(({ Item }) => isTooLarge(Item))) return 'too_large';
  const writes = [
    ...items.map(({ one, Item }) => ({
      Put: {
        TableName: tableName,
        Item,
        ...(one.expected === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :expected',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':expected': one.expected },
            }),
      },
    })),
    ...(change.removals ?? []).map(({ kind, id, expected }) => ({
      Delete: {
        TableName: tableName,
        Key: keyOf(kind, id as never), // `Removal` pairs each kind with its id.
        ConditionExpression: '#version = :expected',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':expected': expected },
      },
    })),
    ...change.events.map((event) => ({ Put: { TableName: tableName, Item: eventItem(event) } })),
    ...(change.revisions ?? []).map((of) => ({
      Update: {
        TableName: tableName,
        Key: revisionKey(of),
        UpdateExpression: 'ADD #revision :one',
        ExpressionAttributeNames: { '#revision': 'revision' },
        ExpressionAttributeValues: { ':one': 1 },
      },
    })),
    ...(change.profiles ?? []).map((one) => profileUpdate(tableName, one)),
  ];
  assert(
    writes.length > 0 && writes.length <= MAX_COMMIT,
    `a commit holds 1 to ${MAX_COMMIT} writes`,
  );
  for (let tried = 1; ; tried += 1) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: writes }));
      return 'committed';
    } catch (error) {
      if (isItemTooLarge(error)) return 'too_large';
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
      if (codes.includes('ConditionalCheckFailed')) return 'conflict';
      if (tried >= MAX_TRIES || !codes.every((code) => PASSING.has(code))) throw error;
      await pause(backoff(tried));
    }
  }
}

/** A profile grows by updates, so only the table knows when it is full. */
const isItemTooLarge = (error: unknown): boolean =>
  (error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).map(({ Message }) => Message ?? '')
    : [error instanceof Error ? error.message : '']
  ).some((message) => /item size.*exceeded/i.test(message));

/** Reasons for which the same transaction may well go through a moment later. */
const PASSING = new Set([
  'None',
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

const backoff = (tried: number) => Math.min(1000, 20 * 2 ** tried) * (0.5 + chance() / 2);

const nameOf = (key: Key) => `${key.pk}\n${key.sk}`;
