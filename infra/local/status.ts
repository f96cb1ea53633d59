import type { LocalFunction } from './functions.ts';
import type { Messages } from './messages.ts';
import type { Queue } from './queue.ts';
import type { Stream } from './stream.ts';

export type Depth = {
  readonly waiting: number;
  readonly inFlight: number;
  readonly deadLettered: number;
};

/** What `GET /__local` answers: whether everything that was committed has been worked off. */
export type Status = {
  /** By the queue's short name. */
  readonly queues: Readonly<Record<string, Depth>>;
  /** By the function's short name: invocations under way. */
  readonly running: Readonly<Record<string, number>>;
  readonly streamBehind: boolean;
  /** Nothing waits, nothing runs, nothing is unread. Dead letters do not count: nobody works on them. */
  readonly idle: boolean;
};

export type Depths = Status['queues'];

export function depthsOf(messages: Messages, queues: readonly Queue[]): Depths {
  const now = Date.now();
  return Object.fromEntries(
    queues
      .filter((queue) => queue.deadLetters !== undefined)
      .map((queue) => {
        const dead = messages.count(queue.deadLetters?.queue ?? '', now);
        const deadLettered = dead.waiting + dead.inFlight;
        return [queue.name, { ...messages.count(queue.id, now), deadLettered }];
      }),
  );
}

/**
 * Idle is only said when nothing waited or ran before the stream was read to its end, and nothing does
 * after: what commits before the question is never overlooked.
 */
export async function statusOf(parts: {
  readonly messages: Messages;
  readonly queues: readonly Queue[];
  readonly functions: readonly LocalFunction[];
  readonly stream: Stream;
}): Promise<Status> {
  const look = () => ({
    queues: depthsOf(parts.messages, parts.queues),
    running: Object.fromEntries(parts.functions.map((each) => [each.name, each.running()])),
  });
  const isQuiet = ({ queues, running }: ReturnType<typeof look>) =>
    Object.values(queues).every((depth) => depth.waiting + depth.inFlight === 0) &&
    Object.values(running).every((count) => count === 0);
  const before = look();
  const streamBehind = await parts.stream.isBehind();
  const after = look();
  return { ...after, streamBehind, idle: !streamBehind && isQuiet(before) && isQuiet(after) };
}
