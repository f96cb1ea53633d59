import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { LocalFunction } from './functions.ts';
import type { Messages } from './messages.ts';
import type { Queue } from './queue.ts';
import type { Resource, Template } from './template.ts';
import { startWorker, type Worker } from './worker.ts';

const DEFAULT_BATCH_SIZE = 10;
/** What runs when a stop is asked for may go on for so long; then its messages are for the next start. */
const GRACE_MS = 2_000;

/** One event source mapping: its queue, its function, and how they go together. */
export function workerOf(
  template: Template,
  { id, properties }: Resource,
  parts: {
    readonly queues: readonly Queue[];
    readonly functions: ReadonlyMap<string, LocalFunction>;
    readonly messages: Messages;
    readonly log: (line: string) => void;
  },
): Worker {
  const asker = `The mapping ${id}`;
  const source = template.behind(properties.text('EventSourceArn'), 'AWS::SQS::Queue', asker);
  const queue = parts.queues.find((each) => each.id === source.id);
  const called = parts.functions.get(properties.text('FunctionName'));
  if (queue === undefined || called === undefined)
    throw new Error(`${asker} joins a queue and a function that the template does not both have.`);
  const responses = properties.list('FunctionResponseTypes');
  if (responses.some((each) => each !== 'ReportBatchItemFailures'))
    throw new Error(`${asker} has a response type that the local runner does not know.`);
  return startWorker({
    partition: template.partition,
    region: template.region,
    account: template.account,
    queue,
    messages: parts.messages,
    invoke: called.invoke,
    batchSize: properties.whole('BatchSize', DEFAULT_BATCH_SIZE),
    windowMs: properties.whole('MaximumBatchingWindowInSeconds', 0) * 1000,
    concurrency: Math.min(
      properties.whole('ScalingConfig.MaximumConcurrency', Number.MAX_SAFE_INTEGER),
      Math.max(2, availableParallelism()),
    ),
    partial: responses.length > 0,
    log: parts.log,
  });
}

/** No new batches from now on; those under way may finish for a moment. The functions' own end does the rest. */
export async function endWorkers(workers: readonly Worker[]): Promise<void> {
  const ended = Promise.all(workers.map((worker) => worker.stop()));
  const patience = new AbortController();
  await Promise.race([
    ended,
    pause(GRACE_MS, undefined, { signal: patience.signal }).catch(() => {}),
  ]);
  patience.abort();
}
