import type { SQSRecord } from 'aws-lambda';
import { SYSTEM } from '#domain/principal';
import { eventOf } from '../runtime/event.ts';
import { platform } from '../runtime/platform.ts';
import { attempt, type Done, queueHandler } from '../runtime/queue-handler.ts';

/** Tells everyone who had read of a firm that one of its records was withdrawn. */
export const handler = queueHandler(async (records) => {
  const done: Done[] = [];
  for (const record of records) done.push(await attempt(record, () => tell(record)));
  return done;
});

async function tell(record: SQSRecord) {
  const event = eventOf(record);
  if (event.type !== 'record_withdrawn')
    throw new Error(`The notify queue takes no ${event.type}: see the rules of the bus.`);
  return platform.tellReaders(SYSTEM, event);
}
