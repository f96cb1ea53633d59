import { afterEach, expect, test, vi } from 'vitest';
import { type LocalFunction, poolOf } from '#infra/local/functions';
import { aBundle, aFolder } from '../bundles.ts';

let pool: LocalFunction | undefined;
afterEach(async () => pool?.stop());

function aFunction(
  source: string,
  options: { timeoutMs?: number; max?: number } = {},
): LocalFunction {
  const folder = aBundle(aFolder(), 'it', source);
  pool = poolOf(
    {
      name: 'it',
      arn: 'arn:it',
      folder,
      memoryMib: 128,
      timeoutMs: options.timeoutMs ?? 10_000,
      environment: {
        PATH: process.env.PATH ?? '',
        LAMBDA_TASK_ROOT: folder,
        _HANDLER: 'index.handler',
        AWS_LAMBDA_FUNCTION_NAME: 'it',
      },
      output: () => {},
    },
    options.max ?? 2,
  );
  return pool;
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('a handler gets the event and a context with a deadline', async () => {
  const it = aFunction(`export const handler = async (event, context) => ({
    event, name: context.functionName, left: context.getRemainingTimeInMillis() > 5000 });`);
  expect(await it.invoke('{"a":1}')).toEqual({
    ok: true,
    payload: '{"event":{"a":1},"name":"it","left":true}',
  });
});

test('one process handles one call at a time, and is kept for the next', async () => {
  const it = aFunction(
    'let calls = 0; export const handler = async () => [process.pid, ++calls];',
    { max: 1 },
  );
  const outcomes = await Promise.all([it.invoke('1'), it.invoke('2'), it.invoke('3')]);
  const answers = outcomes.map((outcome) => JSON.parse(outcome.ok ? outcome.payload : 'null'));
  expect(new Set(answers.map(([pid]) => pid)).size).toBe(1);
  expect(answers.map(([, calls]) => calls)).toEqual([1, 2, 3]);
  expect(it.running()).toBe(0);
});

test('calls at once run in processes of their own, up to the limit', async () => {
  const it = aFunction(
    'export const handler = async () => { await new Promise((r) => setTimeout(r, 200)); return process.pid; };',
  );
  const outcomes = await Promise.all([1, 2, 3, 4].map((each) => it.invoke(String(each))));
  expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.payload)).size).toBe(2);
});

test.each([
  ['throws', "export const handler = async () => { throw new TypeError('no'); };", 'TypeError: no'],
  ['exits', 'export const handler = async () => process.exit(3);', 'Runtime exited with 3'],
  ['exports no handler', 'export const other = 1;', 'HandlerNotFound'],
  ['does not load', "import 'node:nothing';", 'nothing'],
  [
    'wants a callback',
    'export const handler = async (event, context, done) => done();',
    'CallbackHandlerDeprecated',
  ],
  [
    'takes too long',
    'export const handler = () => new Promise(() => setInterval(() => {}, 1000));',
    'timed out',
  ],
])('a function that %s fails with a reason', async (_, source, reason) => {
  const it = aFunction(source, { timeoutMs: 1_500 });
  const outcome = await it.invoke('{}');
  expect(outcome).toMatchObject({ ok: false });
  expect(outcome.ok ? '' : outcome.message).toContain(reason);
});

test('after a crash the next call gets a new process', async () => {
  const it = aFunction(
    'export const handler = async (event) => event.die ? process.exit(1) : process.pid;',
    {
      max: 1,
    },
  );
  expect(await it.invoke('{"die":true}')).toMatchObject({ ok: false });
  expect(await it.invoke('{}')).toMatchObject({ ok: true });
});

test('an event over 6 MB is refused before anything runs', async () => {
  const it = aFunction('export const handler = async () => 1;');
  expect(await it.invoke(JSON.stringify('x'.repeat(6 * 1024 * 1024)))).toMatchObject({ ok: false });
});

test('stopping ends the processes and whoever still waits', async () => {
  const it = aFunction(
    'export const handler = async (event) => event.hang ? new Promise(() => setInterval(() => {}, 1000)) : process.pid;',
    { max: 1 },
  );
  const first = await it.invoke('{}');
  const pid = Number(first.ok && first.payload);
  const hanging = it.invoke('{"hang":true}');
  const waiting = it.invoke('{}');
  await it.stop();
  expect(await hanging).toMatchObject({ ok: false });
  expect(await waiting).toMatchObject({ ok: false });
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false));
});
