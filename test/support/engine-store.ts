import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type EngineName, startEngine } from '#adapters/dynamodb/engine';
import { dynamoStore } from '#adapters/dynamodb/store';
import { createTableInput } from '#adapters/dynamodb/table';
import type { Store } from '#usecases/ports';

/** The real store on a real engine in memory; each call has a table of its own. */
export async function engineStore(
  engine?: EngineName,
): Promise<{ store: Store; client: DynamoDBClient; tableName: string; stop: () => Promise<void> }> {
  const running = await startEngine(engine ? { engine } : {});
  const client = new DynamoDBClient({
    endpoint: running.endpoint,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const tableName = 'contract';
  await client.send(new CreateTableCommand(createTableInput(tableName)));
  return {
    store: dynamoStore({ tableName, client }),
    client,
    tableName,
    stop: async () => {
      client.destroy();
      await running.stop();
    },
  };
}
