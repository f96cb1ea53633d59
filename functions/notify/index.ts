import type { SQSRecord } from 'aws-lambda';
import { SYSTEM } from '#domain/principal';
import { eventOf } from '../runtime/event.ts';
import { platform } from '../runtime/platform.ts';
import { eachMessage } from '../runtime/queue-handler.ts';

/** Tells everyone who had read of a firm that one of its records was withdrawn. */
export const handler = eachMessage(tell);

async function tell(record: SQSRecord) {
  const event = eventOf(record);
  if (event.type !== 'record_withdrawn')
    throw new Error(`The notify queue takes no ${event.type}: see the rules of the bus.`);
  return platform.tellReaders(SYSTEM, event);
}
