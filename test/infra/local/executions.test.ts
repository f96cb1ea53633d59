import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { failedOf, startExecutions } from '#infra/local/executions';
import { type Messages, openMessages } from '#infra/local/messages';
import type { Outcome } from '#infra/local/runtime-api';
import type { Worker } from '#infra/local/worker';
import { aFolder } from '../bundles.ts';
import { aDefinition, aMachine, answer, aTask, fault } from './a-machine.ts';

const machine = aMachine(aDefinition({ First: aTask({ Next: 'Second' }), Second: aTask() }));

let running: Worker | undefined;
afterEach(() => running?.stop());

const send = (messages: Messages, ...inputs: number[]) =>
  messages.send(inputs.map((input) => ({ queue: machine.id, body: JSON.stringify(input) })));
const left = (messages: Messages, box = machine.id) => {
  const { waiting, inFlight } = messages.count(box, Date.now());
  return waiting + inFlight;
};

/** Executions whose function is `work`; answers what it was asked. */
function started(
  messages: Messages,
  work: (asked: string) => Outcome | Promise<Outcome>,
): string[] {
  const asked: string[] = [];
  running = startExecutions({
    machine,
    messages,
    invoke: async (id, payload) => {
      asked.push(`${id} ${payload}`);
      return work(payload);
    },
    log: () => {},
  });
  return asked;
}

test('every start becomes one execution, whether it lay there or comes later', async () => {
  const messages = openMessages(':memory:');
  send(messages, 1);
  const asked = started(messages, (input) => answer(Number(input)));
  send(messages, 2);
  await vi.waitFor(() => expect(left(messages)).toBe(0));
  expect(asked.sort()).toEqual(['Work 1', 'Work 1', 'Work 2', 'Work 2']);
});

test('more starts than executions at once all have their turn', async () => {
  const messages = openMessages(':memory:');
  send(messages, ...Array.from({ length: 30 }, (_, at) => at));
  const asked = started(messages, (input) => answer(Number(input)));
  await vi.waitFor(() => expect(left(messages)).toBe(0));
  expect(asked).toHaveLength(60);
});

test('a failed execution is kept as failed, and keeps nobody else', async () => {
  const messages = openMessages(':memory:');
  send(messages, 1, 2);
  started(messages, (input) => (input === '1' ? fault('odd: row') : answer(Number(input))));
  await vi.waitFor(() => expect(left(messages)).toBe(0));
  expect(left(messages, failedOf(machine))).toBe(1);
});

test('an execution that was cut off begins again from its first state, in the next process', async () => {
  const file = join(aFolder(), 'messages.sqlite');
  const before = openMessages(file);
  send(before, 7);
  const stuck = Promise.withResolvers<Outcome>();
  let calls = 0;
  const asked = started(before, (input) => {
    calls += 1;
    return calls === 1 ? answer(Number(input)) : stuck.promise;
  });
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  // A process that is killed takes nothing back and says nothing.
  const after = openMessages(file);
  const again: string[] = [];
  const next = startExecutions({
    machine,
    messages: after,
    invoke: async (id, payload) => {
      again.push(`${id} ${payload}`);
      return answer(8);
    },
    log: () => {},
  });
  await vi.waitFor(() => expect(left(after)).toBe(0));
  expect(again).toEqual(['Work 7', 'Work 8']);
  await next.stop();
  stuck.resolve(answer(0));
});

test('an execution under way when the runner stops is left to the next start', async () => {
  const messages = openMessages(':memory:');
  send(messages, 1);
  const dying = Promise.withResolvers<Outcome>();
  const asked = started(messages, () => dying.promise);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const stopped = running?.stop();
  dying.resolve(fault('Runtime exited with SIGTERM'));
  await stopped;
  expect([left(messages), left(messages, failedOf(machine))]).toEqual([1, 0]);
});
