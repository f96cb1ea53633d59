import { writeFile } from 'node:fs/promises';
import { join as pathOf } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startEngine } from '#adapters/dynamodb/engine';
import { dynamoStore } from '#adapters/dynamodb/store';
import { createTableInput, LOCAL_TABLE } from '#adapters/dynamodb/table';
import { fileInbox } from '#adapters/system/files';
import type { CatalogueId } from '#domain/credit/catalogue';
import { SYSTEM } from '#domain/principal';
import { portsOver } from '#platform/create-platform';
import { join } from '#platform/join';
import { signerFrom, signingKeyIn } from '#platform/signing';
import type { Figure } from '../figure.ts';
import { deliveries } from './deliveries.ts';
import { TODAY } from './penalties.ts';

/**
 * Rows a second from a file into the embedded store, and what a row costs in write units: those that the
 * engine itself reports of each transaction (ReturnConsumedCapacity), which are DynamoDB's: one for each
 * KB of an item, twice in a transaction, and one more for each KB that an index takes; checkpoints, refused
 * rows, profiles and events included.
 */
export async function* storing(folder: string, rows: number): AsyncGenerator<Figure> {
  const engine = await startEngine({ dataDir: pathOf(folder, 'store') });
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    await client.send(new CreateTableCommand(createTableInput(LOCAL_TABLE)));
    const units = countUnits(client);
    const fileOf = (name: string) => pathOf(folder, `${name}.csv`);
    const platform = join(
      portsOver({
        store: dynamoStore({ tableName: LOCAL_TABLE, client }),
        inbox: fileInbox((batch) => fileOf(batch.replace('batch_', ''))),
        signer: signerFrom({ keyFile: signingKeyIn(folder) }),
        today: () => TODAY,
      }),
    );
    for (const { catalogue, kind, table, mapping } of deliveries(rows)) {
      await writeFile(fileOf(catalogue), table);
      units.written = 0;
      const began = performance.now();
      const id = `batch_${catalogue}` as const;
      await platform.openBatch(SYSTEM, {
        id,
        catalogue,
        supplier: 'supplier_bench',
        ...(mapping && { mapping }),
      });
      const ingested = await platform.ingestBatch(SYSTEM, { id });
      const seconds = (performance.now() - began) / 1_000;
      if (!ingested.ok || ingested.value.batch.status !== 'completed')
        throw new Error(JSON.stringify(ingested));
      const { delivered, refused } = ingested.value.batch.counts;
      const of = nameOf(catalogue, kind, delivered);
      yield { ...of, value: Math.round(delivered / seconds), unit: 'rows/s' };
      yield { ...of, value: units.written / (delivered - refused), unit: 'write units/row kept' };
    }
  } finally {
    client.destroy();
    await engine.stop();
  }
}

const nameOf = (catalogue: CatalogueId, kind: string, rows: number) => ({
  bench: 'ingest',
  case: `store ${rows.toLocaleString('en')} rows of ${catalogue} (${kind})`,
  engine: 'xyd',
});

/** Asks for the capacity of every transaction that passes through the client, and adds it up. */
function countUnits(client: DynamoDBClient): { written: number } {
  const units = { written: 0 };
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (call) => {
        if (commandName !== 'TransactWriteItemsCommand') return next(call);
        const input = { ...call.input, ReturnConsumedCapacity: 'TOTAL' };
        const answer = await next({ ...call, input });
        const capacity = 'ConsumedCapacity' in answer.output && answer.output.ConsumedCapacity;
        for (const one of [capacity || []].flat())
          if ('WriteCapacityUnits' in one) units.written += one.WriteCapacityUnits ?? 0;
        return answer;
      },
    { step: 'initialize' },
  );
  return units;
}
