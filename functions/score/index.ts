import type { SQSRecord } from 'aws-lambda';
import type { UnifiedCode } from '#domain/ids';
import { SYSTEM } from '#domain/principal';
import { eventOf } from '../runtime/event.ts';
import { platform } from '../runtime/platform.ts';
import { attempt, type Done, queueHandler } from '../runtime/queue-handler.ts';

/**
 * Scores the firms whose records have changed, each once however many messages name it. A message that cannot be
 * read, or whose firms cannot be scored, fails by itself and takes none of its neighbours into the dead-letter queue.
 */
export const handler = queueHandler(async (records) => {
  const changed = records.filter((record) => firmsOf(record).length > 0);
  const done = await scoreTogether(changed);
  for (const record of records)
    if (!changed.includes(record)) done.push(await attempt(record, () => unread(record)));
  return done;
});

/** Where they cannot be scored together, message by message: firms that are done by then are passed over. */
async function scoreTogether(changed: readonly SQSRecord[]): Promise<Done[]> {
  const [first] = changed;
  if (!first) return [];
  const codes = new Set(changed.flatMap(firmsOf));
  const { again } = await attempt(first, () => platform.scoreEnterprises(SYSTEM, [...codes]));
  if (!again) return changed.map(({ messageId }) => ({ messageId, again }));
  const done: Done[] = [];
  for (const record of changed)
    done.push(await attempt(record, () => platform.scoreEnterprises(SYSTEM, firmsOf(record))));
  return done;
}

async function unread(record: SQSRecord): Promise<never> {
  const { type } = eventOf(record);
  throw new Error(`The score queue takes no ${type} that names no firm: see the rules of the bus.`);
}

function firmsOf(record: SQSRecord): readonly UnifiedCode[] {
  try {
    const event = eventOf(record);
    return event.type === 'records_changed' ? event.codes : [];
  } catch {
    return [];
  }
}
