import { afterEach, expect, test, vi } from 'vitest';
import { type Messages, openMessages } from '#infra/local/messages';
import type { Outcome } from '#infra/local/runtime-api';
import { startWorker, type Worker, type WorkerOptions } from '#infra/local/worker';

let worker: Worker | undefined;
afterEach(async () => worker?.stop());

type Batch = { readonly Records: readonly { readonly messageId: string; readonly body: string }[] };

/** A worker whose function is `handle`; answers every batch that it was given. */
function aWorker(
  messages: Messages,
  handle: (batch: Batch) => Outcome,
  options: Partial<WorkerOptions> = {},
): Batch[] {
  const batches: Batch[] = [];
  worker = startWorker({
    partition: 'aws-cn',
    region: 'cn-north-1',
    account: '000000000000',
    queue: {
      id: 'work',
      arn: 'arn',
      name: 'work',
      visibilityMs: 30_000,
      deadLetters: { queue: 'dead', maxReceives: 2 },
    },
    messages,
    invoke: async (payload) => {
      const batch = JSON.parse(payload) as Batch;
      batches.push(batch);
      return handle(batch);
    },
    batchSize: 10,
    windowMs: 0,
    concurrency: 2,
    partial: true,
    log: () => {},
    ...options,
  });
  return batches;
}

const done: Outcome = { ok: true, payload: '{"batchItemFailures":[]}' };
const failing = (ids: readonly string[]): Outcome => ({
  ok: true,
  payload: JSON.stringify({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) }),
});
const send = (messages: Messages, ...bodies: string[]) =>
  messages.send(bodies.map((body) => ({ queue: 'work', body })));
const left = (messages: Messages) => {
  const { waiting, inFlight } = messages.count('work', Date.now());
  return waiting + inFlight;
};

test('a batch is never larger than its size', async () => {
  const messages = openMessages(':memory:');
  send(messages, ...Array.from({ length: 25 }, String));
  const batches = aWorker(messages, () => done);
  await vi.waitFor(() => expect(left(messages)).toBe(0));
  expect(batches.map((batch) => batch.Records.length)).toEqual([10, 10, 5]);
});

test('a batch waits for its window, and no longer once it is full', async () => {
  const messages = openMessages(':memory:');
  const batches = aWorker(messages, () => done, { windowMs: 60_000, batchSize: 3 });
  send(messages, 'a', 'b');
  await new Promise((wait) => setTimeout(wait, 50));
  expect(batches).toHaveLength(0);
  send(messages, 'c');
  await vi.waitFor(() => expect(batches.map((batch) => batch.Records.length)).toEqual([3]));
});

test('only the messages that failed come again, and at last they are dead letters', async () => {
  const messages = openMessages(':memory:');
  send(messages, 'good', 'poison');
  const batches = aWorker(messages, ({ Records }) =>
    failing(Records.filter((each) => each.body === 'poison').map((each) => each.messageId)),
  );
  await vi.waitFor(() => expect(messages.count('dead', Date.now()).waiting).toBe(1), 10_000);
  expect(batches.map((batch) => batch.Records.map((each) => each.body))).toEqual([
    ['good', 'poison'],
    ['poison'],
  ]);
  expect(left(messages)).toBe(0);
});

test.each<[string, Outcome]>([
  ['a function that fails fails the whole batch', { ok: false, message: 'Runtime exited' }],
  ['an answer that names a message it was not given fails the whole batch', failing(['99'])],
  [
    'an answer of another shape fails the whole batch',
    { ok: true, payload: '{"batchItemFailures":1}' },
  ],
])('%s', async (_, outcome) => {
  const messages = openMessages(':memory:');
  send(messages, 'a', 'b');
  const batches = aWorker(messages, () => outcome);
  await vi.waitFor(() => expect(batches).toHaveLength(1));
  expect(left(messages)).toBe(2);
});

test('without partial answers, a function that answers has succeeded', async () => {
  const messages = openMessages(':memory:');
  send(messages, 'a');
  aWorker(messages, () => ({ ok: true, payload: 'null' }), { partial: false });
  await vi.waitFor(() => expect(left(messages)).toBe(0));
});
