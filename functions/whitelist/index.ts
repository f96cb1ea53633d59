import { SYSTEM } from '#domain/principal';
import { eventOf } from '../runtime/event.ts';
import { platform } from '../runtime/platform.ts';
import { attempt, type Done, queueHandler } from '../runtime/queue-handler.ts';

/** Drafts a recommended list, one stretch of firms a message. */
export const handler = queueHandler(async (records) => {
  const done: Done[] = [];
  for (const record of records)
    done.push(
      await attempt(record, async () => {
        const event = eventOf(record);
        if (event.type !== 'whitelist_drafting')
          throw new Error(`The whitelist queue takes no ${event.type}: see the rules of the bus.`);
        return platform.draftWhitelist(SYSTEM, { id: event.whitelist, after: event.after });
      }),
    );
  return done;
});
