import { beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '#infra/local/properties';
import type { StateMachine } from '#infra/local/state-machine';
import { cloudRegions } from '#infra/stage';
import { answer, fault } from './local/a-machine.ts';
import { actedOut, definitionIn, localMachine, MACHINE, validate } from './machines.ts';
import { inRegion, type SynthesisedStack, synthesised, theOneOf } from './templates.ts';

let cloud: readonly SynthesisedStack[];
let machine: StateMachine;

beforeAll(async () => {
  cloud = await synthesised('cloud');
  machine = await localMachine('Rescore');
});

describe.each(cloudRegions)('the state machine that scores the city anew, in %s', (region) => {
  const stack = () => inRegion(cloud, region);

  test('is valid, and leads nowhere that is not', () => {
    expect(validate(definitionIn(stack(), 'Rescore'))).toMatchObject({ isValid: true, errors: [] });
  });

  test('goes over ranges as a distributed map that leaves calls to others and tolerates no failure', () => {
    const { ItemProcessor, ...map } = definitionIn(stack(), 'Rescore').States['For each range'];
    expect(ItemProcessor.ProcessorConfig).toEqual({
      Mode: 'DISTRIBUTED',
      ExecutionType: 'STANDARD',
    });
    expect(map.ItemsPath).toBe('$.plan.ranges');
    expect(map.ToleratedFailurePercentage ?? 0).toBe(0);
    expect(map.MaxConcurrency).toBeGreaterThan(1);
    expect(map.MaxConcurrency).toBeLessThanOrEqual(16);
  });

  test('waits for an answer for longer than its function may take, and tries again', () => {
    const { Plan, ...states } = definitionIn(stack(), 'Rescore').States;
    const range = states['For each range'].ItemProcessor.States['Score a range'];
    const step = theOneOf(stack(), 'AWS::Lambda::Function', 'RescoreStepFunction');
    for (const task of [Plan, range]) {
      expect(task.TimeoutSeconds).toBeGreaterThan(Number(step.at('Timeout')));
      expect(task.Retry.at(-1).ErrorEquals).toEqual(['States.ALL']);
    }
  });

  test('begins with the one event that asks for it; one that cannot begin is a dead letter', () => {
    const rule = theOneOf(stack(), 'AWS::Events::Rule', 'RescoreRule');
    expect(rule.at('EventPattern.detail.type')).toEqual(['city_rescoring']);
    expect(JSON.stringify(rule.at('EventBusName'))).toMatch(/Bus/);
    expect(rule.at('Targets.0.Arn.Ref')).toBe(theOneOf(stack(), MACHINE, 'Rescore').id);
    expect(rule.at('Targets.0.DeadLetterConfig.Arn')).toBeDefined();
  });
});

const asked: Json = { detail: { type: 'city_rescoring', event: '{}' } };
const ranges = [
  { after: '', until: 'b' },
  { after: 'b', until: 'd' },
  { after: 'd', until: '' },
];

test('the city is planned once, and every range scored from where the call before it ended', async () => {
  const { ended, asked: calls } = await actedOut(machine, asked, ({ step, after, until }) => {
    if (step === 'plan') return answer({ ranges });
    if (after === 'b') return answer({ after: 'c', until: String(until), finished: false });
    return answer({ after: String(after), until: String(until), finished: true });
  });
  expect(ended.status).toBe('succeeded');
  expect(calls[0]).toBe('plan');
  expect(calls.slice(1).sort()).toEqual(['range  b', 'range b d', 'range c d', 'range d ']);
});

test.each(['plan', 'range'])(
  'a step %s that keeps failing fails the execution, which says what was not done',
  async (failing) => {
    const { ended } = await actedOut(machine, asked, ({ step, ...range }) =>
      step === failing
        ? fault('busy: {"code":"busy"}')
        : answer(step === 'plan' ? { ranges } : { ...Object(range), finished: true }),
    );
    expect(ended).toMatchObject({
      status: 'failed',
      cause: expect.stringMatching(/^The city was not scored anew: .*busy/),
    });
  },
);

test('a range that fails now and then goes on', async () => {
  let calls = 0;
  const { ended } = await actedOut(machine, asked, ({ step, ...range }) => {
    calls += 1;
    if (calls % 2 === 1) return fault('Runtime exited with SIGKILL');
    return answer(step === 'plan' ? { ranges } : { ...Object(range), finished: true });
  });
  expect(ended.status).toBe('succeeded');
});
