import type { SQSRecord } from 'aws-lambda';
import { SYSTEM } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import { eventOf } from '../runtime/event.ts';
import { platform } from '../runtime/platform.ts';
import { eachMessage } from '../runtime/queue-handler.ts';

/**
 * Drafts a recommended list, one stretch of firms a message; and considers a firm anew for the list in effect
 * when a hard stop hits it or one of its records is withdrawn.
 */
export const handler = eachMessage(work);

async function work(record: SQSRecord): Promise<Outcome<unknown>> {
  const event = eventOf(record);
  switch (event.type) {
    case 'whitelist_drafting':
      return platform.draftWhitelist(SYSTEM, { id: event.whitelist, after: event.after });
    case 'record_withdrawn':
      return platform.reconsiderListing(SYSTEM, event.code);
    case 'list_hit':
      return event.action === 'hard_stop'
        ? platform.reconsiderListing(SYSTEM, event.code)
        : accept(event);
    default:
      throw new Error(`The whitelist queue takes no ${event.type}: see the rules of the bus.`);
  }
}
