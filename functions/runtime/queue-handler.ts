import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Outcome, RefusalCode } from '#domain/refusal';
import { logger } from './logger.ts';

/** Refusals that another try would not change, and that nobody needs to look at: what was asked for is gone or over. */
const EXPECTED: ReadonlySet<RefusalCode> = new Set([
  'not_found',
  'enterprise_unknown',
  'need_not_open',
]);

/** What became of one message: done, or to come again (and in the end to the dead-letter queue). */
export type Done = { readonly messageId: string; readonly again: boolean };

/** A queue's function: `work` answers for every message; those that are to come again are reported as failed. */
export const queueHandler = (
  work: (records: readonly SQSRecord[], context: Context) => Promise<readonly Done[]>,
) =>
  middy<SQSEvent, SQSBatchResponse, Error, Context>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler(async (event, context): Promise<SQSBatchResponse> => {
      const done = await work(event.Records, context);
      const again = done.filter((one) => one.again);
      return {
        batchItemFailures: again.map(({ messageId }) => ({ itemIdentifier: messageId })),
      };
    });

/** A queue's function whose messages have nothing to do with each other: one after the other. */
export const eachMessage = (work: (record: SQSRecord) => Promise<Outcome<unknown>>) =>
  queueHandler(async (records) => {
    const done: Done[] = [];
    for (const record of records) done.push(await attempt(record, () => work(record)));
    return done;
  });

/** Does one message's work; a throw or an unexpected refusal lets it come again. */
export async function attempt(
  { messageId }: SQSRecord,
  work: () => Promise<Outcome<unknown>>,
): Promise<Done> {
  try {
    const outcome = await work();
    if (outcome.ok) return { messageId, again: false };
    logger.warn('refused', { messageId, refusal: outcome.refusal });
    return { messageId, again: !EXPECTED.has(outcome.refusal.code) };
  } catch (error) {
    logger.error('failed', { messageId, error: error instanceof Error ? error : String(error) });
    return { messageId, again: true };
  }
}
