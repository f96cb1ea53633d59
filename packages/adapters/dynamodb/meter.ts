import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { assert } from '#domain/assert';
import type { Meter } from '#usecases/ports';
import { EXPIRES_AT } from './table.ts';

/** A minute's count is of no use an hour later. */
const KEPT_SECONDS = 3600;

/** One counter for each principal and minute, moved by one write however many functions run. */
export function dynamoMeter(options: { tableName: string; client?: DynamoDBClient }): Meter {
  const client = options.client ?? new DynamoDBClient({});
  return async (who, minute) => {
    const expires = Math.floor(Date.parse(`${minute}:00Z`) / 1000) + KEPT_SECONDS;
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName: options.tableName,
        Key: { pk: { S: `METER#${who}` }, sk: { S: minute } },
        UpdateExpression: 'ADD #asked :one SET #expires = :expires',
        ExpressionAttributeNames: { '#asked': 'asked', '#expires': EXPIRES_AT },
        ExpressionAttributeValues: { ':one': { N: '1' }, ':expires': { N: String(expires) } },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    const asked = Number(Attributes?.['asked']?.N);
    assert(Number.isSafeInteger(asked), 'a counter answers with its count');
    return asked;
  };
}
