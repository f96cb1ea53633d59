import { beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '#infra/local/properties';
import type { Outcome } from '#infra/local/runtime-api';
import type { StateMachine } from '#infra/local/state-machine';
import { cloudRegions } from '#infra/stage';
import { answer, fault } from './local/a-machine.ts';
import { actedOut, definitionIn, localMachine, MACHINE, validate } from './machines.ts';
import { inRegion, type SynthesisedStack, synthesised, theOneOf } from './templates.ts';

let cloud: readonly SynthesisedStack[];
let machine: StateMachine;

beforeAll(async () => {
  cloud = await synthesised('cloud');
  machine = await localMachine('Ingest');
});

describe.each(cloudRegions)('the state machine in %s', (region) => {
  const stack = () => inRegion(cloud, region);

  test('is valid, and leads nowhere that is not', () => {
    expect(validate(definitionIn(stack(), 'Ingest'))).toMatchObject({ isValid: true, errors: [] });
  });

  test('that leads to a state that is missing would be found out', () => {
    const definition = definitionIn(stack(), 'Ingest');
    definition.States.Plan.Next = 'Gone';
    expect(validate(definition).isValid).toBe(false);
  });

  test('waits for an answer for longer than its function may take, and tries again', () => {
    const { Plan, Finish, ...states } = definitionIn(stack(), 'Ingest').States;
    const part = states['For each part'].ItemProcessor.States['Ingest a part'];
    const ingest = stack().resources.find(({ id }) => id.startsWith('IngestStepFunction'));
    for (const task of [Plan, Finish, part]) {
      expect(task.TimeoutSeconds).toBeGreaterThan(Number(ingest?.at('Timeout')));
      expect(task.Retry.at(-1).ErrorEquals).toEqual(['States.ALL']);
    }
  });

  test('is traced where X-Ray knows Lambda, and lies under our own key everywhere', () => {
    const traced = theOneOf(stack(), MACHINE, 'Ingest').at('TracingConfiguration.Enabled');
    expect(traced).toBe(!region.startsWith('cn-'));
    const key = theOneOf(stack(), MACHINE, 'Ingest').at('EncryptionConfiguration.KmsKeyId');
    expect(JSON.stringify(key)).toMatch(/\["Key/);
  });

  test('begins with every file under the prefix; one that cannot begin is a dead letter', () => {
    const rules = stack().resources.filter(({ id }) => id.startsWith('IngestRule'));
    expect(rules).toHaveLength(1);
    expect(rules[0]?.at('EventPattern.detail.object.key')).toEqual([{ prefix: 'batches/' }]);
    expect(rules[0]?.at('Targets.0.Arn.Ref')).toBe(theOneOf(stack(), MACHINE, 'Ingest').id);
    expect(rules[0]?.at('Targets.0.DeadLetterConfig.Arn')).toBeDefined();
  });
});

const arrival: Json = { detail: { object: { key: 'batches/batch_a' } } };
const items = [0, 1, 2].map((part) => ({ batch: 'batch_a', part, of: 3 }));

const acted = (work: (asked: Record<string, unknown>) => Outcome) =>
  actedOut(machine, arrival, work);

test('a file is planned, every part ingested until it is finished, and the batch ended once', async () => {
  const calls = [0, 0, 0];
  const { ended, asked } = await acted((step) => {
    if (step.step === 'plan') return answer({ batch: 'batch_a', parts: items });
    if (step.step === 'finish') return answer({ batch: 'batch_a', status: 'completed' });
    const part = Number(step.part);
    calls[part] = (calls[part] ?? 0) + 1;
    return answer({ batch: 'batch_a', part, of: 3, finished: calls[part] > part });
  });
  expect(ended.status).toBe('succeeded');
  expect(asked[0]).toBe('plan batches/batch_a');
  expect(asked.at(-1)).toBe('finish batch_a');
  expect(asked.slice(1, -1).sort()).toEqual(
    [0, 1, 1, 2, 2, 2].map((part) => `part batch_a ${part} 3`),
  );
});

test('an object that belongs to no batch is nobody’s failure', async () => {
  const { ended, asked } = await acted(() => answer({ parts: [] }));
  expect(ended.status).toBe('succeeded');
  expect(asked).toHaveLength(1);
});

test('a batch that is over has no parts, and its end is repeated', async () => {
  const { asked } = await acted(({ step }) =>
    answer(step === 'plan' ? { batch: 'batch_a', parts: [] } : { batch: 'batch_a' }),
  );
  expect(asked).toEqual(['plan batches/batch_a', 'finish batch_a']);
});

test.each(['plan', 'part', 'finish'])(
  'a step %s that keeps failing fails the execution, which names the file',
  async (failing) => {
    const { ended } = await acted(({ step, ...place }) => {
      if (step === failing) return fault('busy: {"code":"busy"}');
      return answer(
        step === 'plan' ? { batch: 'batch_a', parts: items } : { ...Object(place), finished: true },
      );
    });
    expect(ended).toMatchObject({
      status: 'failed',
      cause: expect.stringMatching(/^The file batches\/batch_a was not taken in: .*busy/),
    });
  },
);

test('a step that fails now and then is tried again', async () => {
  let calls = 0;
  const { ended } = await acted(({ step, ...place }) => {
    calls += 1;
    if (calls % 2 === 1) return fault('Runtime exited with SIGKILL');
    return answer(
      step === 'plan' ? { batch: 'batch_a', parts: items } : { ...Object(place), finished: true },
    );
  });
  expect(ended.status).toBe('succeeded');
});
