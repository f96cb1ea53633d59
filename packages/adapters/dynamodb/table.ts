/*
 * The one list of the table's names. infra/ builds the table from them, the store writes by them, and a
 * test compares the two; the local runner takes them from the template alone.
 */

/** The attribute that is a key, in the primary index and in both others. All keys are strings. */
export const PRIMARY = { partition: 'pk', sort: 'sk' } as const;

/** Overloaded string keys, since multi-attribute index keys cannot be proven in China. Projection ALL. */
export const INDEXES = {
  gsi1: { partition: 'gsi1pk', sort: 'gsi1sk' },
  gsi2: { partition: 'gsi2pk', sort: 'gsi2sk' },
} as const;
export type IndexName = keyof typeof INDEXES;

/** What the table is called on one machine, where the runner, `xyd` and tests must find the same one. */
export const LOCAL_TABLE = 'xinyidai';

/** Epoch seconds after which an item may vanish; readers must filter too, since it vanishes late. */
export const EXPIRES_AT = 'expiresAt';

/** Sort keys of event items begin so; the pipe publishes those items and no others. */
export const EVENT_PREFIX = 'EVENT#';

/** The string attributes of an event item that the pipe hands on: its type, and the event as JSON text. */
export const EVENT_TYPE = 'type';
export const EVENT_BODY = 'event';

const keySchema = (key: { readonly partition: string; readonly sort: string }) => [
  { AttributeName: key.partition, KeyType: 'HASH' as const },
  { AttributeName: key.sort, KeyType: 'RANGE' as const },
];

/** The input of a CreateTable command where there is no template: `xyd` in one process, and tests. */
export function createTableInput(tableName: string) {
  const keys = [PRIMARY, ...Object.values(INDEXES)];
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST' as const,
    AttributeDefinitions: keys
      .flatMap((key) => [key.partition, key.sort])
      .map((name) => ({ AttributeName: name, AttributeType: 'S' as const })),
    KeySchema: keySchema(PRIMARY),
    GlobalSecondaryIndexes: Object.entries(INDEXES).map(([name, key]) => ({
      IndexName: name,
      KeySchema: keySchema(key),
      Projection: { ProjectionType: 'ALL' as const },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' as const },
  };
}
