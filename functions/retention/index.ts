import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, ScheduledEvent } from 'aws-lambda';
import { SYSTEM } from '#domain/principal';
import type { RetentionReport } from '#domain/retention/report';
import { deadlineOf, isPast } from '../runtime/deadline.ts';
import { logger } from '../runtime/logger.ts';
import { platform } from '../runtime/platform.ts';
import { taken } from '../runtime/step-handler.ts';

/** Time kept back to end a commit and answer. */
const MARGIN_MS = 30_000;

/**
 * Once a day: identities that have run out, then what the retention rules say. What is left waits for the next day;
 * throws where it fails, so that the alarm rings.
 */
export const handler = middy<ScheduledEvent, RetentionReport, Error, Context>()
  .use(injectLambdaContext(logger, { resetKeys: true }))
  .handler(async (_event, context) => {
    const stopAt = deadlineOf(context, MARGIN_MS);
    taken(await platform.expireIdentities(SYSTEM, {}));
    for (;;) {
      const report = taken(await platform.applyRetention(SYSTEM, { stopAt }));
      if (!report.finished && !isPast(stopAt)) continue;
      logger.info('retention', { report });
      return report;
    }
  });
