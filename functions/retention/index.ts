import { SYSTEM } from '#domain/principal';
import { deadlineOf, isPast } from '../runtime/deadline.ts';
import { platform } from '../runtime/platform.ts';
import { attempt, type Done, queueHandler } from '../runtime/queue-handler.ts';

/** Time kept back to end a commit and answer. */
const MARGIN_MS = 30_000;

/** Once a day: identities that have run out, then what the retention rules say. What is left waits for the next day. */
export const handler = queueHandler(async (records, context) => {
  const stopAt = deadlineOf(context, MARGIN_MS);
  const done: Done[] = [];
  for (const record of records)
    done.push(
      await attempt(record, async () => {
        const expired = await platform.expireIdentities(SYSTEM, {});
        if (!expired.ok) return expired;
        for (;;) {
          const report = await platform.applyRetention(SYSTEM, { stopAt });
          if (!report.ok || report.value.finished || isPast(stopAt)) return report;
        }
      }),
    );
  return done;
});
