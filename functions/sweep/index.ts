import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, ScheduledEvent } from 'aws-lambda';
import { sweep, wentWell } from '#platform/sweep';
import { deadlineOf } from '../runtime/deadline.ts';
import { logger } from '../runtime/logger.ts';
import { platform } from '../runtime/platform.ts';

/** Time kept back to end a step and answer. */
const MARGIN_MS = 60_000;

/** Every hour: what falls due by time alone. Throws where a step failed, so that the alarm rings; the next hour tries again. */
export const handler = middy<ScheduledEvent, void, Error, Context>()
  .use(injectLambdaContext(logger, { resetKeys: true }))
  .handler(async (_event, context) => {
    const failed: string[] = [];
    for await (const swept of sweep(platform, { stopAt: deadlineOf(context, MARGIN_MS) })) {
      const { step, outcome } = swept;
      if (wentWell(swept)) logger.info('swept', { step, outcome });
      else {
        logger.error('not swept', { step, outcome });
        failed.push(step);
      }
    }
    if (failed.length > 0) throw new Error(`Not swept: ${failed.join(', ')}.`);
  });
