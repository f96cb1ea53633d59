import { failedOf } from './executions.ts';
import type { LocalFunction } from './functions.ts';
import type { Messages } from './messages.ts';
import type { Queue } from './queue.ts';
import type { StateMachine } from './state-machine.ts';
import type { Stream } from './stream.ts';

export type Depth = {
  readonly waiting: number;
  readonly inFlight: number;
  readonly deadLettered: number;
};

/** Where messages wait for somebody to work on them: a queue, or a state machine for its starts. */
export type Box = {
  readonly id: string;
  readonly name: string;
  /** The id under which those lie that nobody could handle. */
  readonly dead: string;
};

/** Everything that work waits in; a queue of dead letters is seen beside the queue that they come from. */
export const boxesOf = (
  queues: readonly Queue[],
  machines: readonly StateMachine[],
): readonly Box[] => [
  ...queues.flatMap(({ id, name, deadLetters }) =>
    deadLetters === undefined ? [] : [{ id, name, dead: deadLetters.queue }],
  ),
  ...machines.map((machine) => ({ id: machine.id, name: machine.name, dead: failedOf(machine) })),
];

/** What `GET /__local` answers: whether everything that was committed has been worked off. */
export type Status = {
  /** By the short name of the queue or of the state machine, whose messages are its executions. */
  readonly queues: Readonly<Record<string, Depth>>;
  /** By the function's short name: invocations under way. */
  readonly running: Readonly<Record<string, number>>;
  readonly streamBehind: boolean;
  /** Nothing waits, nothing runs, nothing is unread. Dead letters do not count: nobody works on them. */
  readonly idle: boolean;
};

export type Depths = Status['queues'];

export function depthsOf(messages: Messages, boxes: readonly Box[]): Depths {
  const now = Date.now();
  return Object.fromEntries(
    boxes.map(({ id, name, dead }) => {
      const { waiting, inFlight } = messages.count(dead, now);
      return [name, { ...messages.count(id, now), deadLettered: waiting + inFlight }];
    }),
  );
}

/**
 * Idle is only said when nothing waited or ran before the stream was read to its end, and nothing does
 * after: what commits before the question is never overlooked.
 */
export async function statusOf(parts: {
  readonly messages: Messages;
  readonly boxes: readonly Box[];
  readonly functions: readonly LocalFunction[];
  readonly stream: Stream;
}): Promise<Status> {
  const look = () => ({
    queues: depthsOf(parts.messages, parts.boxes),
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
