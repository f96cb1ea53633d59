import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

/** A message of a queue; of SQS's record, what our functions never read stays empty. */
export const aMessage = (messageId: string, body: unknown): SQSRecord => ({
  messageId,
  receiptHandle: '',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: '',
  awsRegion: 'cn-north-1',
});

/** An event of our bus as the queue gets it. */
export const anEvent = <Event extends { readonly type: string }>(messageId: string, event: Event) =>
  aMessage(messageId, { detail: { type: event.type, event: JSON.stringify(event) } });

/** What Lambda tells a function of the call, with so much time left. */
export const context = (remainingMs: number): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '1',
  invokedFunctionArn: '',
  memoryLimitInMB: '1024',
  awsRequestId: 'request',
  logGroupName: '',
  logStreamName: '',
  getRemainingTimeInMillis: () => remainingMs,
  done: () => {},
  fail: () => {},
  succeed: () => {},
});

type Handler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/** The ids of the messages that come again. */
export async function again(
  handler: Handler,
  Records: SQSRecord[],
  remainingMs = 60_000,
): Promise<readonly string[]> {
  const { batchItemFailures } = await handler({ Records }, context(remainingMs));
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}
