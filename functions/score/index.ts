import type { SQSRecord } from 'aws-lambda';
import { SYSTEM } from '#domain/principal';
import { eventOf } from '../runtime/event.ts';
import { platform } from '../runtime/platform.ts';
import { attempt, type Done, queueHandler } from '../runtime/queue-handler.ts';

/** Scores every firm whose records have changed, each once a batch of messages, and the city in stretches. */
export const handler = queueHandler(async (records) => {
  const byFirm = new Map<string, SQSRecord[]>();
  const others: SQSRecord[] = [];
  for (const record of records) {
    const firm = firmOf(record);
    if (firm === undefined) others.push(record);
    else byFirm.set(firm, [...(byFirm.get(firm) ?? []), record]);
  }
  const done: Done[] = [];
  for (const messages of byFirm.values()) {
    const [first] = messages;
    if (!first) continue;
    const { again } = await attempt(first, () => score(first));
    done.push(...messages.map(({ messageId }) => ({ messageId, again })));
  }
  for (const record of others) done.push(await attempt(record, () => score(record)));
  return done;
});

async function score(record: SQSRecord) {
  const event = eventOf(record);
  switch (event.type) {
    case 'records_changed':
      return platform.scoreEnterprise(SYSTEM, { code: event.code });
    case 'city_rescoring':
      return platform.rescoreCity(SYSTEM, { after: event.after });
    default:
      throw new Error(`The score queue takes no ${event.type}: see the rules of the bus.`);
  }
}

/** Undefined also for what cannot be read: that message fails by itself, not with its neighbours. */
function firmOf(record: SQSRecord): string | undefined {
  try {
    const event = eventOf(record);
    return event.type === 'records_changed' ? event.code : undefined;
  } catch {
    return undefined;
  }
}
