import type { SQSRecord } from 'aws-lambda';
import { SYSTEM } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import { eventOf } from '../runtime/event.ts';
import { platform } from '../runtime/platform.ts';
import { eachMessage } from '../runtime/queue-handler.ts';

/** Matches a need that was posted or edited, the open needs of a firm whose score has moved, and those that a new product fits. */
export const handler = eachMessage(match);

async function match(record: SQSRecord): Promise<Outcome<unknown>> {
  const event = eventOf(record);
  switch (event.type) {
    case 'need_submitted':
    case 'need_edited':
      return platform.matchNeed(SYSTEM, { need: event.need });
    case 'enterprise_scored':
      return platform.rematchEnterprise(SYSTEM, event.code);
    case 'product_moved':
      return event.status === 'listed'
        ? platform.matchProduct(SYSTEM, { product: event.product, after: '' })
        : accept(event);
    case 'product_matching':
      return platform.matchProduct(SYSTEM, { product: event.product, after: event.after });
    default:
      throw new Error(`The match queue takes no ${event.type}: see the rules of the bus.`);
  }
}
