import { expect, test } from 'vitest';
import type { Json, JsonObject } from '#infra/local/properties';
import { acted, aDefinition, aMap, answer, aTask, fault } from './a-machine.ts';

const outcomeOf = async (definition: JsonObject, input: Json, result: Json = 'result') =>
  (await acted(definition, input, () => answer(result))).ended;

test.each<[rule: string, task: JsonObject, input: Json, asked: Json]>([
  ['without parameters a function gets all data', {}, { a: 1 }, { a: 1 }],
  [
    'parameters are what a function gets',
    { Parameters: { step: 'plan' } },
    { a: 1 },
    { step: 'plan' },
  ],
  [
    'a key with .$ is read from the data',
    { Parameters: { step: 'plan', deep: { 'key.$': '$.detail.key' }, 'all.$': '$' } },
    { detail: { key: 'k' } },
    { step: 'plan', deep: { key: 'k' }, all: { detail: { key: 'k' } } },
  ],
  ['what is null is there', { Parameters: { 'a.$': '$.a' } }, { a: null }, { a: null }],
])('%s', async (_, task, input, expected) => {
  const { asked } = await acted(aDefinition({ A: aTask(task) }), input, () => answer(1));
  expect(asked).toEqual([expected]);
});

test.each<[rule: string, resultPath: JsonObject, input: Json, output: Json]>([
  ['a result takes the place of the data', {}, { a: 1 }, 'result'],
  ['so it does under the path of the whole', { ResultPath: '$' }, { a: 1 }, 'result'],
  ['a result that nobody wants is dropped', { ResultPath: null }, { a: 1 }, { a: 1 }],
  ['a result lies beside the data', { ResultPath: '$.b' }, { a: 1 }, { a: 1, b: 'result' }],
  [
    'a result lies deep in the data',
    { ResultPath: '$.a.b' },
    { a: { c: 1 } },
    { a: { c: 1, b: 'result' } },
  ],
])('%s', async (_, task, input, output) => {
  expect(await outcomeOf(aDefinition({ A: aTask(task) }), input)).toEqual({
    status: 'succeeded',
    output,
  });
});

test.each<[rule: string, test: JsonObject, input: Json, chosen: string]>([
  ['a value that is there is present', { IsPresent: true }, { a: { b: false } }, 'yes'],
  ['null is present', { IsPresent: true }, { a: { b: null } }, 'yes'],
  ['nothing is not present', { IsPresent: true }, { a: {} }, 'no'],
  ['nothing below a text is not present', { IsPresent: true }, { a: 'text' }, 'no'],
  ['absence may be asked for', { IsPresent: false }, {}, 'yes'],
  ['true equals true', { BooleanEquals: true }, { a: { b: true } }, 'yes'],
  ['the word is not the value', { BooleanEquals: true }, { a: { b: 'true' } }, 'no'],
  ['false equals false', { BooleanEquals: false }, { a: { b: false } }, 'yes'],
])('a choice: %s', async (_, rule, input, chosen) => {
  const definition = aDefinition({
    Choose: {
      Type: 'Choice',
      Choices: [{ Variable: '$.a.b', ...rule, Next: 'yes' }],
      Default: 'no',
    },
    yes: aTask({ Parameters: { chosen: 'yes' } }),
    no: aTask({ Parameters: { chosen: 'no' } }),
  });
  expect((await acted(definition, input, () => answer(1))).asked).toEqual([{ chosen }]);
});

test.each<[rule: string, states: JsonObject, input: Json, error: string]>([
  ['a path to nothing fails', { A: aTask({ Parameters: { 'a.$': '$.a' } }) }, {}, 'States.Runtime'],
  [
    'a choice about nothing fails',
    { A: { Type: 'Choice', Choices: [{ Variable: '$.a', BooleanEquals: true, Next: 'A' }] } },
    {},
    'States.Runtime',
  ],
  [
    'a choice without a way fails',
    { A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'A' }] } },
    {},
    'States.NoChoiceMatched',
  ],
  ['a map over no list fails', { A: aMap() }, { items: 'no' }, 'States.Runtime'],
  ['data that swell fail', { A: aTask() }, {}, 'States.DataLimitExceeded'],
])('%s', async (_, states, input, error) => {
  const ended = await outcomeOf(aDefinition(states), input, '大'.repeat(100_000));
  expect(ended).toMatchObject({ status: 'failed', error });
});

const retry = (more: JsonObject) => ({
  IntervalSeconds: 2,
  BackoffRate: 2,
  MaxAttempts: 3,
  ...more,
});

test.each<
  [
    rule: string,
    retries: readonly JsonObject[],
    errors: readonly string[],
    waits: readonly number[],
  ]
>([
  [
    'waits grow from try to try',
    [retry({ ErrorEquals: ['States.ALL'] })],
    ['E', 'E', 'E'],
    [2_000, 4_000, 8_000],
  ],
  [
    'waits have an end',
    [retry({ ErrorEquals: ['States.ALL'], MaxDelaySeconds: 3 })],
    ['E', 'E', 'E'],
    [2_000, 3_000, 3_000],
  ],
  [
    'each retrier counts its own tries',
    [retry({ ErrorEquals: ['F'] }), retry({ ErrorEquals: ['States.ALL'], IntervalSeconds: 5 })],
    ['F', 'E', 'F', 'E'],
    [2_000, 5_000, 4_000, 10_000],
  ],
])('%s', async (_, Retry, errors, waits) => {
  const done = await acted(aDefinition({ A: aTask({ Retry }) }), {}, (_asked, call) => {
    const error = errors[call - 1];
    return error === undefined ? answer('done') : fault(`${error}: odd`);
  });
  expect(done.ended).toEqual({ status: 'succeeded', output: 'done' });
  expect(done.waits).toEqual(waits);
});

test.each<
  [rule: string, retries: readonly JsonObject[], message: string, calls: number, error: string]
>([
  ['without a retrier one try is all', [], 'busy: later', 1, 'busy'],
  ['a retrier of other errors is none', [retry({ ErrorEquals: ['E'] })], 'busy: later', 1, 'busy'],
  ['tries have an end', [retry({ ErrorEquals: ['States.ALL'] })], 'busy: later', 4, 'busy'],
  ['a death without a name has one', [], 'Runtime exited with SIGKILL', 1, 'Lambda.Unknown'],
])('%s', async (_, Retry, message, calls, error) => {
  const { ended, asked } = await acted(aDefinition({ A: aTask({ Retry }) }), {}, () =>
    fault(message),
  );
  expect(ended).toMatchObject({ status: 'failed', error });
  expect(asked).toHaveLength(calls);
});

const catching = (task: JsonObject) =>
  aDefinition({
    A: { ...task, Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Lost' }] },
    Lost: {
      Type: 'Fail',
      ErrorPath: '$.failure.Error',
      CausePath: "States.Format('The file {} was lost: {}', $.key, $.failure.Cause)",
    },
  });

test('what was caught lies beside the data, and its failure says what it was about', async () => {
  const { ended } = await acted(catching(aTask()), { key: 'k' }, () => fault('busy: later: much'));
  expect(ended).toEqual({
    status: 'failed',
    error: 'busy',
    cause: 'The file k was lost: later: much',
  });
});

test('a catcher comes after the last try', async () => {
  const task = aTask({ Retry: [retry({ ErrorEquals: ['busy'] })] });
  const { ended, waits } = await acted(catching(task), { key: 'k' }, (_asked, call) =>
    fault(call < 3 ? 'busy: later' : 'over: gone'),
  );
  expect(ended).toMatchObject({ error: 'over' });
  expect(waits).toHaveLength(2);
});

test('a fault of the machine itself is not caught under the name of all', async () => {
  const task = aTask({ Parameters: { 'a.$': '$.nowhere' } });
  const { ended } = await acted(catching(task), { key: 'k' }, () => answer(1));
  expect(ended).toMatchObject({ error: 'States.Runtime' });
});

test('a part that is not finished is gone on with until it is', async () => {
  const flow = aDefinition({
    Ingest: aTask({ Next: 'Finished?' }),
    'Finished?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.finished', BooleanEquals: true, Next: 'Done' }],
      Default: 'Ingest',
    },
    Done: { Type: 'Succeed' },
  });
  const { ended } = await acted(
    aDefinition({ A: aMap({ flow }) }),
    { items: [{ left: 3 }, { left: 1 }] },
    (asked) => {
      const left = Number(Object(asked).left) - 1;
      return answer({ left, finished: left === 0 });
    },
  );
  const done = { left: 0, finished: true };
  expect(ended).toEqual({ status: 'succeeded', output: [done, done] });
});

test.each([1, 2, 16, 0])(
  'a map of at most %d at once keeps the order of its items',
  async (MaxConcurrency) => {
    const items = Array.from({ length: 20 }, (_, at) => at);
    let atOnce = 0;
    let most = 0;
    const { ended } = await acted(
      aDefinition({ A: aMap({ MaxConcurrency }) }),
      { items },
      async (asked) => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        // Later items come to their end earlier.
        for (let turn = 40 - 2 * Number(asked); turn > 0; turn -= 1) await Promise.resolve();
        atOnce -= 1;
        return answer(asked);
      },
    );
    expect(ended).toEqual({ status: 'succeeded', output: items });
    expect(most).toBe(MaxConcurrency === 0 ? 20 : MaxConcurrency);
  },
);

test('a map over nothing answers nothing', async () => {
  expect(await outcomeOf(aDefinition({ A: aMap() }), { items: [] })).toEqual({
    status: 'succeeded',
    output: [],
  });
});

test('one item that fails fails the map, and no other item begins', async () => {
  const map = aMap({ MaxConcurrency: 1 });
  const { ended, asked } = await acted(catching(map), { key: 'k', items: [1, 2, 3] }, (item) =>
    item === 2 ? fault('odd: row') : answer(item),
  );
  expect(ended).toEqual({
    status: 'failed',
    error: 'States.ExceedToleratedFailureThreshold',
    cause: 'The file k was lost: An item failed with odd: row',
  });
  expect(asked).toEqual([1, 2]);
});

test('an execution that goes on for longer than its machine allows has failed, caught or not', async () => {
  let now = 0;
  const endless = aDefinition({ A: aTask({ Next: 'A' }) });
  const { ended, asked } = await acted(
    { ...endless, TimeoutSeconds: 60 },
    {},
    () => {
      now += 25_000;
      return answer({});
    },
    { now: () => now },
  );
  expect(ended).toMatchObject({ status: 'failed', error: 'States.Timeout' });
  expect(asked).toHaveLength(3);
});

test('an execution that is cut off has neither succeeded nor failed', async () => {
  const ending = new AbortController();
  const definition = catching(aTask({ Retry: [retry({ ErrorEquals: ['States.ALL'] })] }));
  const cut = acted(
    definition,
    { key: 'k' },
    () => {
      ending.abort();
      return fault('Runtime exited with SIGTERM');
    },
    { signal: ending.signal },
  );
  await expect(cut).rejects.toThrow('aborted');
});
