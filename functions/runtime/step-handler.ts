import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import type { Outcome } from '#domain/refusal';
import { logger } from './logger.ts';

/**
 * A state machine's function: `work` answers what the next state reads. Whatever it throws is the machine's to
 * try again; an event of another shape is thrown too, since the machine would be wrong.
 */
export const stepHandler = <Step, Answer>(
  step: z.ZodType<Step>,
  work: (step: Step, context: Context) => Promise<Answer>,
) =>
  middy<unknown, Answer, Error, Context>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler(async (event, context): Promise<Answer> => work(step.parse(event), context));

/** What was asked for. A refusal is thrown under its code, so that the machine tries again and at last says why. */
export function taken<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  const { refusal } = outcome;
  throw Object.assign(new Error(JSON.stringify(refusal)), { name: refusal.code });
}
