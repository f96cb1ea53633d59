import { Agent, type IncomingMessage, request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import type { JsonObject } from './properties.ts';

/**
 * The embedded engine's own protocol. The runner moves stream records on as they come, in the wire form
 * that the pipe's paths speak of ($.dynamodb.NewImage.type.S), so a client that turns them into objects
 * and dates would be work done twice.
 */
export type Dynamo = {
  readonly call: (operation: string, input: JsonObject) => Promise<JsonObject>;
  readonly close: () => void;
};

export class DynamoFault extends Error {
  readonly type: string;
  constructor(operation: string, type: string, message: string) {
    super(`${operation}: ${type}: ${message}`);
    this.name = 'DynamoFault';
    this.type = type;
  }
}

const STREAM_OPERATIONS = ['DescribeStream', 'GetShardIterator', 'GetRecords'];

/** No engine checks who asks, but all of them want to see that somebody does. */
const HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};

export function dynamoAt(endpoint: string): Dynamo {
  const agent = new Agent({ keepAlive: true });
  const call = (operation: string, input: JsonObject) =>
    new Promise<JsonObject>((done, fail) => {
      const version = STREAM_OPERATIONS.includes(operation)
        ? 'DynamoDBStreams_20120810'
        : 'DynamoDB_20120810';
      const headers = { ...HEADERS, 'x-amz-target': `${version}.${operation}` };
      const asked = request(endpoint, { method: 'POST', agent, headers }, (answer) => {
        resultOf(operation, answer).then(done, fail);
      });
      asked.once('error', fail);
      asked.end(JSON.stringify(input));
    });
  return { call, close: () => agent.destroy() };
}

async function resultOf(operation: string, answer: IncomingMessage): Promise<JsonObject> {
  const body = JSON.parse(await textOf(answer));
  if (answer.statusCode === 200) return body;
  const type = String(body.__type ?? 'Unknown').replace(/^.*#/, '');
  throw new DynamoFault(operation, type, String(body.message ?? body.Message ?? ''));
}
