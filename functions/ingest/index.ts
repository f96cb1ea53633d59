import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { batchId } from '#domain/ids';
import { SYSTEM } from '#domain/principal';
import type { Instant } from '#domain/time';
import { deadlineOf } from '../runtime/deadline.ts';
import { platform } from '../runtime/platform.ts';
import { attempt, type Done, queueHandler } from '../runtime/queue-handler.ts';

/** Time kept back to end a stretch and answer. */
const MARGIN_MS = 30_000;

/** S3's word that a file has arrived, as the default bus passes it on. */
const arrival = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

/**
 * Ingests the file of a batch. One that is not finished in time comes again and goes on from its checkpoint;
 * the queue allows as many returns as the largest lawful file needs.
 */
export const handler = queueHandler(async (records, context) => {
  const stopAt = deadlineOf(context, MARGIN_MS);
  const done: Done[] = [];
  for (const record of records) done.push(await ingest(record, stopAt));
  return done;
});

async function ingest(record: SQSRecord, stopAt: Instant): Promise<Done> {
  let finished = true;
  const done = await attempt(record, async () => {
    const outcome = await platform.ingestBatch(SYSTEM, { id: batchOf(record), stopAt });
    if (outcome.ok) finished = outcome.value.finished;
    return outcome;
  });
  return { ...done, again: done.again || !finished };
}

function batchOf(record: SQSRecord) {
  const { key } = arrival.parse(JSON.parse(record.body)).detail.object;
  const id = batchId(decodeURIComponent(key).split('/').at(-1) ?? '');
  if (!id) throw new Error(`The object ${key} is no batch.`);
  return id;
}
