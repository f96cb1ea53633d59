import { setTimeout as pause } from 'node:timers/promises';
import type { Invoke } from './functions.ts';
import type { Message, Messages } from './messages.ts';
import { isObject, type Json } from './properties.ts';
import { type Queue, receive } from './queue.ts';
import type { Place } from './references.ts';

/**
 * AWS lets a failed message wait for the rest of its visibility timeout, which is minutes; here somebody
 * sits in front of it.
 */
export const RETRY_AFTER_MS = 1_000;
/** Timers take no longer times than some; nobody looks for messages in vain more often. */
const LONGEST_NAP_MS = 60_000;

export type WorkerOptions = Place & {
  readonly queue: Queue;
  readonly messages: Messages;
  readonly invoke: Invoke;
  readonly batchSize: number;
  readonly windowMs: number;
  readonly concurrency: number;
  /** The function answers which messages failed; without it, a batch succeeds or fails whole. */
  readonly partial: boolean;
  readonly log: (line: string) => void;
};

export type Worker = { readonly stop: () => Promise<void> };

/** Feeds a function from its queue, as an event source mapping does, until it is stopped. */
export function startWorker(options: WorkerOptions): Worker {
  const { queue, messages, batchSize, concurrency } = options;
  const ending = new AbortController();
  const running = new Set<Promise<void>>();
  const work = async () => {
    while (!ending.signal.aborted) {
      if (running.size >= concurrency) {
        await Promise.race(running);
        continue;
      }
      await filled(options, ending.signal);
      if (ending.signal.aborted) return;
      const { batch, died } = receive(messages, queue, { max: batchSize, now: Date.now() });
      if (died > 0)
        options.log(`${queue.name}: ${died} message(s) failed too often: now dead letters`);
      if (batch.length === 0) continue;
      const handling = handle(options, batch).finally(() => running.delete(handling));
      running.add(handling);
    }
  };
  const ended = work();
  return {
    stop: async () => {
      ending.abort();
      await Promise.allSettled([ended, ...running]); // Failures were logged where they arose.
    },
  };
}

/** Returns once a batch is full, or its window has passed with something in it. */
async function filled(options: WorkerOptions, ending: AbortSignal): Promise<void> {
  const { queue, messages, batchSize, windowMs } = options;
  let windowEnds: number | undefined;
  while (!ending.aborted) {
    const now = Date.now();
    const ready = messages.ready(queue.id, now, batchSize);
    if (ready > 0) windowEnds ??= now + windowMs;
    if (ready >= batchSize || (windowEnds !== undefined && now >= windowEnds)) return;
    const next = windowEnds ?? messages.nextVisibleAt(queue.id) ?? now + LONGEST_NAP_MS;
    await arrivalOr(options, Math.min(Math.max(next - now, 1), LONGEST_NAP_MS), ending);
  }
}

async function arrivalOr(
  { messages, queue }: WorkerOptions,
  napMs: number,
  ending: AbortSignal,
): Promise<void> {
  const awake = new AbortController();
  const forget = messages.onArrival(queue.id, () => awake.abort());
  try {
    await pause(napMs, undefined, { signal: AbortSignal.any([awake.signal, ending]) });
  } catch {
    // Woken: that is the point.
  } finally {
    forget();
  }
}

async function handle(options: WorkerOptions, batch: readonly Message[]): Promise<void> {
  const { messages, queue } = options;
  const outcome = await options.invoke(
    JSON.stringify({ Records: batch.map((each) => recordOf(options, each)) }),
  );
  const ids = batch.map((message) => message.id);
  const failed = new Set(
    outcome.ok && options.partial ? failuresIn(outcome.payload, ids) : outcome.ok ? [] : ids,
  );
  if (!outcome.ok)
    options.log(`${queue.name}: ${batch.length} message(s) failed: ${outcome.message}`);
  else if (failed.size > 0)
    options.log(`${queue.name}: ${failed.size} of ${batch.length} message(s) come again`);
  messages.remove(ids.filter((id) => !failed.has(id)));
  if (failed.size > 0) messages.release(queue.id, [...failed], Date.now() + RETRY_AFTER_MS);
}

/** The messages that the answer says have failed. An answer that makes no sense fails them all, as on AWS. */
function failuresIn(payload: string, ids: readonly number[]): readonly number[] {
  const answer: Json = JSON.parse(payload);
  if (answer === null) return [];
  const listed = isObject(answer) ? (answer.batchItemFailures ?? []) : undefined;
  if (!Array.isArray(listed)) return ids;
  const failed = listed.map((each) => (isObject(each) ? Number(each.itemIdentifier) : Number.NaN));
  return failed.every((id) => ids.includes(id)) ? failed : ids;
}

const recordOf = ({ queue, region, account }: WorkerOptions, message: Message): Json => ({
  messageId: String(message.id),
  receiptHandle: `${message.id}/${message.receives}`,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.receives),
    SentTimestamp: String(message.sentAt),
    SenderId: account,
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: queue.arn,
  awsRegion: region,
});
