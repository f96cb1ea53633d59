import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#infra/local/properties';
import { aDefinition, aMachine, aMap, aTask } from './a-machine.ts';

const withState = (state: JsonObject) => aDefinition({ A: state });
const nothing = withState({ Type: 'Succeed' });

describe('what the runner does not know is refused by name, at the start', () => {
  const retried = (retry: JsonObject) =>
    withState(aTask({ Retry: [{ ErrorEquals: ['E'], ...retry }] }));
  const caught = (more: JsonObject) =>
    withState(aTask({ Catch: [{ ErrorEquals: ['E'], Next: 'A', ...more }] }));
  const chosen = (rule: JsonObject) =>
    withState({ Type: 'Choice', Choices: [{ Next: 'A', ...rule }] });
  test.each<[rule: string, definition: JsonObject, named: string]>([
    ['a type of state', withState({ Type: 'Wait', Seconds: 1, End: true }), 'Wait'],
    ['a field of a task', withState(aTask({ ResultSelector: {} })), 'ResultSelector'],
    ['a field of a map', withState(aMap({ ItemReader: {} })), 'ItemReader'],
    ['a field of a retrier', retried({ JitterStrategy: 'FULL' }), 'JitterStrategy'],
    ['a field of a catcher', caught({ Comment: 'odd' }), 'Comment'],
    ['a field of the machine', { ...nothing, QueryLanguage: 'JSONata' }, 'QueryLanguage'],
    ['a group of errors', retried({ ErrorEquals: ['States.TaskFailed'] }), 'States.TaskFailed'],
    ['a test of a choice', chosen({ Variable: '$.a', StringEquals: 'x' }), 'StringEquals'],
    ['two tests in one', chosen({ Variable: '$.a', IsPresent: true, IsNull: true }), 'IsNull'],
    ['a combined test', chosen({ And: [] }), 'And'],
    ['a path with an index', withState(aTask({ Parameters: { 'a.$': '$.a[0]' } })), '$.a[0]'],
    [
      'a path into the context',
      withState(aTask({ Parameters: { 'a.$': '$$.Execution.Id' } })),
      '$$.Execution.Id',
    ],
    [
      'an intrinsic function',
      withState(aTask({ Parameters: { 'a.$': 'States.UUID()' } })),
      'States.UUID()',
    ],
    ['a result at a path with an index', withState(aTask({ ResultPath: '$.a[0]' })), '$.a[0]'],
    ['a map that runs inside its execution', withState(aMap({ mode: 'INLINE' })), 'INLINE'],
    ['a map of express executions', withState(aMap({ kind: 'EXPRESS' })), 'EXPRESS'],
    [
      'a map that tolerates failures',
      withState(aMap({ ToleratedFailurePercentage: 5 })),
      'tolerates no failed item',
    ],
    [
      'a field inside a map',
      withState(aMap({ flow: aDefinition({ A: aTask({ HeartbeatSeconds: 1 }) }) })),
      'HeartbeatSeconds',
    ],
    ['a next state that is missing', withState(aTask({ End: false, Next: 'Gone' })), 'Gone'],
    ['a caught error that leads nowhere', caught({ Next: 'Gone' }), 'Gone'],
    ['a first state that is missing', { ...nothing, StartAt: 'Gone' }, 'Gone'],
    [
      'a cause with more places than paths',
      withState({ Type: 'Fail', ErrorPath: '$.a', CausePath: "States.Format('{} {}', $.a)" }),
      'places',
    ],
  ])('%s', (_, definition, named) => {
    expect(() => aMachine(definition)).toThrow(named);
  });

  test('an express machine', () => {
    expect(() => aMachine(nothing, { StateMachineType: 'EXPRESS' })).toThrow('standard');
  });

  test('a task that calls no function of the template', () => {
    const task = aTask({ Resource: 'arn:aws-cn:states:::sqs:sendMessage' });
    expect(() => aMachine(withState(task))).toThrow('sqs:sendMessage');
  });
});
