import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { type BatchId, batchId } from '#domain/ids';
import { SYSTEM } from '#domain/principal';
import { deadlineOf } from '../runtime/deadline.ts';
import { logger } from '../runtime/logger.ts';
import { platform } from '../runtime/platform.ts';
import { stepHandler, taken } from '../runtime/step-handler.ts';

/** Time kept back to end a stretch and answer. */
const MARGIN_MS = 30_000;

const batch = z.string().transform((text, context): BatchId => {
  const id = batchId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'id_wrong' });
  return z.NEVER;
});
const place = { batch, part: z.int().nonnegative(), of: z.int().positive() };

/** What the state machine of infra/ingest-definition.ts asks for. */
const step = z.discriminatedUnion('step', [
  z.object({ step: z.literal('plan'), key: z.string() }),
  z.object({ step: z.literal('part'), ...place }),
  z.object({ step: z.literal('finish'), batch }),
]);
type Step = z.infer<typeof step>;
type Asked<Name extends Step['step']> = Extract<Step, { step: Name }>;

/**
 * Takes in a delivered file in steps: how many parts it has, each part as far as the time of a call goes, and
 * the end when all parts are done. Each step may be repeated at will.
 */
export const handler = stepHandler(step, async (asked, context) => {
  switch (asked.step) {
    case 'plan':
      return plan(asked);
    case 'part':
      return ingest(asked, context);
    case 'finish':
      return finish(asked);
  }
});

/** An object that belongs to no batch has no parts and nobody to miss them. */
async function plan({ key }: Asked<'plan'>) {
  const id = batchId(key.split('/').at(-1) ?? '');
  const planned = id && (await platform.planBatch(SYSTEM, { id }));
  if (!planned || (!planned.ok && planned.refusal.code === 'not_found')) {
    logger.warn('no batch', { key });
    return { parts: [] };
  }
  const { parts: of } = taken(planned);
  return { batch: id, parts: Array.from({ length: of }, (_, part) => ({ batch: id, part, of })) };
}

async function ingest({ batch: id, part, of }: Asked<'part'>, context: Context) {
  const stopAt = deadlineOf(context, MARGIN_MS);
  const { finished } = taken(await platform.ingestPart(SYSTEM, { id, part, stopAt }));
  return { batch: id, part, of, finished };
}

async function finish({ batch: id }: Asked<'finish'>) {
  const { status } = taken(await platform.finishBatch(SYSTEM, { id }));
  return { batch: id, status };
}
