import { setTimeout as pause } from 'node:timers/promises';
import { execute, type World } from './execution.ts';
import type { Message, Messages } from './messages.ts';
import type { Json } from './properties.ts';
import type { StateMachine } from './state-machine.ts';
import { RETRY_AFTER_MS, type Worker } from './worker.ts';

/** More executions than this would only wait for the same few processes of their functions. */
const AT_ONCE = 8;

/** Where the starts of failed executions are kept, as dead letters are. */
export const failedOf = (machine: StateMachine): string => `${machine.id}/failed`;

export type ExecutionsOptions = {
  readonly machine: StateMachine;
  readonly messages: Messages;
  readonly invoke: World['invoke'];
  readonly log: (line: string) => void;
};

/**
 * Begins an execution for every start that lies under the machine's id, and takes the start away when the
 * execution has ended. One that was cut off, however that happened, begins again from its first state.
 */
export function startExecutions({ machine, messages, invoke, log }: ExecutionsOptions): Worker {
  const ending = new AbortController();
  const running = new Set<Promise<void>>();
  const { signal } = ending;
  const world: World = {
    invoke,
    // Step Functions may wait for minutes; here somebody sits in front of it.
    pause: (ms) => pause(Math.min(ms, RETRY_AFTER_MS), undefined, { signal }),
    now: Date.now,
    signal,
  };
  const run = async ({ id, body }: Message) => {
    const input: Json = JSON.parse(body);
    const ended = await execute(machine, input, world).catch((error: Error) => {
      return { status: 'failed' as const, error: error.name, cause: error.message };
    });
    if (ended.status === 'succeeded') return messages.remove([id]);
    if (signal.aborted) return; // Cut off: its start stays for the next one of us.
    log(`${machine.name}: an execution failed with ${ended.error}: ${ended.cause}`);
    messages.move([id], failedOf(machine), Date.now());
  };
  const begin = () => {
    if (signal.aborted) return;
    const starts = messages.receive(machine.id, {
      max: AT_ONCE - running.size,
      now: Date.now(),
      invisibleUntil: Number.MAX_SAFE_INTEGER, // Nobody else takes it; opening the file anew gives it back.
    });
    for (const start of starts) {
      const execution = run(start).finally(() => {
        running.delete(execution);
        begin();
      });
      running.add(execution);
    }
  };
  const forget = messages.onArrival(machine.id, begin);
  begin();
  return {
    stop: async () => {
      forget();
      ending.abort();
      await Promise.allSettled(running); // Each has said itself how it ended.
    },
  };
}
