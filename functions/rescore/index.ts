import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { SYSTEM } from '#domain/principal';
import { deadlineOf } from '../runtime/deadline.ts';
import { platform } from '../runtime/platform.ts';
import { stepHandler, taken } from '../runtime/step-handler.ts';

/** Time kept back to end a page of firms and answer. */
const MARGIN_MS = 60_000;

/** What the state machine of infra/rescoring-definition.ts asks for. */
const step = z.discriminatedUnion('step', [
  z.object({ step: z.literal('plan') }),
  z.object({ step: z.literal('range'), after: z.string(), until: z.string() }),
]);
type Range = Extract<z.infer<typeof step>, { step: 'range' }>;

/** Scores the city anew in steps: its ranges of firms, and each range as far as the time of a call goes. */
export const handler = stepHandler(step, async (asked, context) =>
  asked.step === 'plan'
    ? { ranges: taken(await platform.planRescoring(SYSTEM, {})) }
    : scoreRange(asked, context),
);

async function scoreRange({ after, until }: Range, context: Context) {
  const stopAt = deadlineOf(context, MARGIN_MS);
  const { after: reached, finished } = taken(
    await platform.rescoreRange(SYSTEM, { after, until, stopAt }),
  );
  return { after: reached, until, finished };
}
