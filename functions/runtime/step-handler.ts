import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import { redacted, redactedRefusal } from '#domain/personal/redacted';
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
    .handler(async (event, context): Promise<Answer> => {
      try {
        return await work(step.parse(event), context);
      } catch (error) {
        throw harmless(error);
      }
    });

/** The machine's logs and Lambda's own quote what was thrown: it goes out redacted, under the same name. */
function harmless(error: unknown): Error {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const told = Object.assign(new Error(redacted(message)), { name });
  if (stack !== undefined) told.stack = redacted(stack);
  return told;
}

/** What was asked for. A refusal is thrown under its code, so that the machine tries again and at last says why. */
export function taken<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  const { refusal } = outcome;
  throw Object.assign(new Error(JSON.stringify(redactedRefusal(refusal))), { name: refusal.code });
}
