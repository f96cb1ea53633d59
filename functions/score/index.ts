import type { SQSRecord } from 'aws-lambda';
import type { UnifiedCode } from '#domain/ids';
import { SYSTEM } from '#domain/principal';
import { eventOf } from '../runtime/event.ts';
import { platform } from '../runtime/platform.ts';
import { attempt, type Done, queueHandler } from '../runtime/queue-handler.ts';

/**
 * Scores the firms whose records have changed, each once however many messages name it, and the city in
 * stretches. Messages that cannot be read fail by themselves, not with their neighbours.
 */
export const handler = queueHandler(async (records) => {
  const codes = new Set(records.flatMap(firmsOf));
  const changed = records.filter((record) => firmsOf(record).length > 0);
  const done: Done[] = [];
  const [first] = changed;
  if (first) {
    const { again } = await attempt(first, () => platform.scoreEnterprises(SYSTEM, [...codes]));
    done.push(...changed.map(({ messageId }) => ({ messageId, again })));
  }
  for (const record of records)
    if (!changed.includes(record)) done.push(await attempt(record, () => rescore(record)));
  return done;
});

async function rescore(record: SQSRecord) {
  const event = eventOf(record);
  if (event.type !== 'city_rescoring')
    throw new Error(`The score queue takes no ${event.type}: see the rules of the bus.`);
  return platform.rescoreCity(SYSTEM, { after: event.after });
}

function firmsOf(record: SQSRecord): readonly UnifiedCode[] {
  try {
    const event = eventOf(record);
    return event.type === 'records_changed' ? event.codes : [];
  } catch {
    return [];
  }
}
