import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openMessages } from '#infra/local/messages';
import { type Queue, receive } from '#infra/local/queue';
import { aFolder } from '../bundles.ts';

const aQueue = (queue: Partial<Queue> = {}): Queue => ({
  id: 'work',
  arn: 'arn',
  name: 'work',
  visibilityMs: 30_000,
  deadLetters: { queue: 'dead', maxReceives: 2 },
  ...queue,
});
const letters = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ queue: 'work', body: String(at) }));

test('a received message is invisible until its time is up', () => {
  const messages = openMessages(':memory:');
  messages.send(letters(1));
  const now = Date.now();
  expect(receive(messages, aQueue(), { max: 10, now }).batch).toHaveLength(1);
  expect(receive(messages, aQueue(), { max: 10, now: now + 29_999 }).batch).toHaveLength(0);
  expect(receive(messages, aQueue(), { max: 10, now: now + 30_000 }).batch).toMatchObject([
    { receives: 2 },
  ]);
});

test('a message received too often becomes a dead letter and is not handed out', () => {
  const messages = openMessages(':memory:');
  messages.send(letters(1));
  const now = Date.now();
  for (const round of [0, 1]) receive(messages, aQueue(), { max: 1, now: now + round * 30_000 });
  expect(receive(messages, aQueue(), { max: 1, now: now + 60_000 })).toEqual({
    batch: [],
    died: 1,
  });
  expect(messages.count('work', now + 60_000)).toEqual({ waiting: 0, inFlight: 0 });
  expect(messages.count('dead', now + 60_000)).toEqual({ waiting: 1, inFlight: 0 });
});

test('a removed message never comes again', () => {
  const messages = openMessages(':memory:');
  messages.send(letters(1));
  const [message] = receive(messages, aQueue(), { max: 1, now: Date.now() }).batch;
  messages.remove([message?.id ?? 0]);
  expect(messages.nextVisibleAt('work')).toBeUndefined();
});

test('queues do not see the messages of others', () => {
  const messages = openMessages(':memory:');
  messages.send(letters(3));
  expect(receive(messages, aQueue({ id: 'other' }), { max: 10, now: Date.now() }).batch).toEqual(
    [],
  );
});

test('what was sent, what was under way, and the position of the stream outlive the process', () => {
  const file = join(aFolder(), 'messages.sqlite');
  const before = openMessages(file);
  before.send(letters(2), { stream: 'stream', sequence: '17' });
  receive(before, aQueue(), { max: 1, now: Date.now() });
  before.close();
  const after = openMessages(file);
  const { batch } = receive(after, aQueue(), { max: 10, now: Date.now() });
  expect(batch.map((message) => message.receives).sort()).toEqual([1, 2]);
  expect(after.position('stream')).toBe('17');
  after.close();
});

test('letters and position are taken together or not at all', () => {
  const messages = openMessages(':memory:');
  const letter = { queue: 'work', body: null as unknown as string };
  expect(() => messages.send([...letters(1), letter], { stream: 's', sequence: '1' })).toThrow();
  expect(messages.count('work', Date.now()).waiting).toBe(0);
  expect(messages.position('s')).toBeUndefined();
});

test('every message of ten thousand is handed out once', () => {
  const messages = openMessages(join(aFolder(), 'messages.sqlite'));
  for (let sent = 0; sent < 10; sent += 1) messages.send(letters(1_000));
  const seen = new Set<number>();
  for (;;) {
    const { batch } = receive(messages, aQueue(), { max: 10, now: Date.now() });
    if (batch.length === 0) break;
    for (const message of batch) seen.add(message.id);
    messages.remove(batch.map((message) => message.id));
  }
  expect(seen.size).toBe(10_000);
  messages.close();
});
