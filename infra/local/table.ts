import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Dynamo, DynamoFault } from './dynamo.ts';
import { isObject, type Json, type JsonObject, propertiesOf } from './properties.ts';
import type { Resource } from './template.ts';

const ACTIVE_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 20;

/**
 * The template's table in the embedded engine, made if absent, and the ARN of its stream. Refuses a table
 * with other keys: data of another layout is not ours to change.
 */
export async function ensureTable(dynamo: Dynamo, resource: Resource): Promise<string> {
  const { properties } = resource;
  const wanted: JsonObject = {
    TableName: resource.name,
    BillingMode: properties.text('BillingMode'),
    AttributeDefinitions: properties.list('AttributeDefinitions'),
    KeySchema: properties.list('KeySchema'),
    GlobalSecondaryIndexes: properties.list('GlobalSecondaryIndexes'),
    StreamSpecification: {
      StreamEnabled: true,
      StreamViewType: properties.text('StreamSpecification.StreamViewType'),
    },
  };
  const found = await describe(dynamo, resource.name);
  if (found === undefined) await dynamo.call('CreateTable', wanted);
  else if (!isDeepStrictEqual(layout(found), layout(wanted)))
    throw new Error(
      `The table ${resource.name} in the data folder has other keys than the template: start with --fresh, or take another folder.`,
    );
  return streamOf(dynamo, resource.name);
}

async function describe(dynamo: Dynamo, name: string): Promise<JsonObject | undefined> {
  try {
    const answer = await dynamo.call('DescribeTable', { TableName: name });
    return propertiesOf('DescribeTable', answer).object('Table');
  } catch (error) {
    if (error instanceof DynamoFault && error.type === 'ResourceNotFoundException')
      return undefined;
    throw error;
  }
}

async function streamOf(dynamo: Dynamo, name: string): Promise<string> {
  for (const deadline = Date.now() + ACTIVE_WITHIN_MS; Date.now() < deadline; ) {
    const table = propertiesOf(`The table ${name}`, (await describe(dynamo, name)) ?? {});
    if (table.has('TableStatus') && table.text('TableStatus') === 'ACTIVE')
      return table.text('LatestStreamArn');
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`The table ${name} did not become active within ${ACTIVE_WITHIN_MS / 1000} s.`);
}

/** Keys of the table and its indexes, in an order that engines do not change. */
function layout(table: JsonObject): Json {
  const indexes = table.GlobalSecondaryIndexes;
  const keys = (each: Json) => (isObject(each) ? [each.IndexName ?? '', each.KeySchema ?? []] : []);
  return [
    table.KeySchema ?? [],
    Array.isArray(indexes)
      ? indexes.map(keys).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
      : [],
  ];
}
