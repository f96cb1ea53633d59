import {
  CreateTableCommand,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import type { Meter, Store } from '#usecases/ports';
import { startEngine } from './engine.ts';
import { dynamoMeter } from './meter.ts';
import { dynamoStore } from './store.ts';
import { createTableInput, LOCAL_TABLE } from './table.ts';

/**
 * The store in a folder of this machine: the engine of a running `npm start` on that folder, else one of
 * its own, with the table made where there is none. Throws one sentence where no engine is to be had.
 */
export async function openLocalStore(dataDir: string): Promise<{
  readonly store: Store;
  readonly meter: Meter;
  readonly close: () => Promise<void>;
}> {
  const engine = await startEngine({ dataDir });
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await client.send(new CreateTableCommand(createTableInput(LOCAL_TABLE))).catch((error) => {
    if (!(error instanceof ResourceInUseException)) throw error;
  });
  return {
    store: dynamoStore({ tableName: LOCAL_TABLE, client }),
    meter: dynamoMeter({ tableName: LOCAL_TABLE, client }),
    close: async () => {
      client.destroy();
      await engine.stop();
    },
  };
}
