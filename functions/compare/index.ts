import type { SQSRecord } from 'aws-lambda';
import { SYSTEM } from '#domain/principal';
import { eventOf } from '../runtime/event.ts';
import { platform } from '../runtime/platform.ts';
import { eachMessage } from '../runtime/queue-handler.ts';

/** Compares firms whose records have changed with every list, and tells what they now stand on. */
export const handler = eachMessage(compare);

async function compare(record: SQSRecord) {
  const event = eventOf(record);
  if (event.type !== 'records_changed')
    throw new Error(`The compare queue takes no ${event.type}: see the rules of the bus.`);
  return platform.compareLists(SYSTEM, event);
}
