import { execute, type World } from '#infra/local/execution';
import type { Json, JsonObject } from '#infra/local/properties';
import type { Outcome } from '#infra/local/runtime-api';
import { type StateMachine, stateMachineOf } from '#infra/local/state-machine';
import { templateOf } from '#infra/local/template';

const FUNCTION_ARN = 'arn:aws-cn:lambda:cn-north-1:000000000000:Work';

/** States of which the first written is the first. */
export const aDefinition = (states: JsonObject): JsonObject => ({
  StartAt: Object.keys(states)[0] ?? '',
  States: states,
});

/** A task of the one function, the last state unless told. */
export const aTask = (more: JsonObject = {}): JsonObject => ({
  Type: 'Task',
  Resource: FUNCTION_ARN,
  End: !('Next' in more),
  ...more,
});

/** A map over `$.items`, the last state unless told; each item goes to the function. */
export function aMap(more: JsonObject = {}): JsonObject {
  const {
    mode = 'DISTRIBUTED',
    kind = 'STANDARD',
    flow = aDefinition({ Each: aTask() }),
    ...rest
  } = more;
  return {
    Type: 'Map',
    ItemsPath: '$.items',
    ItemProcessor: {
      ProcessorConfig: { Mode: mode, ExecutionType: kind },
      ...(Object(flow) as JsonObject),
    },
    End: !('Next' in more),
    ...rest,
  };
}

/** A state machine beside the function `Work`, read as the runner reads it. */
export function aMachine(definition: JsonObject, properties: JsonObject = {}): StateMachine {
  const template = templateOf(
    {
      Resources: {
        Work: { Type: 'AWS::Lambda::Function' },
        Machine: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: { DefinitionString: JSON.stringify(definition), ...properties },
        },
      },
    },
    { assets: { files: {} }, folder: '/nowhere' },
  );
  const [machine] = template.ofType('AWS::StepFunctions::StateMachine');
  if (machine === undefined) throw new Error('The template has lost its state machine.');
  return stateMachineOf(template, machine);
}

export const answer = (payload: Json): Outcome => ({ ok: true, payload: JSON.stringify(payload) });
export const fault = (message: string): Outcome => ({ ok: false, message });

/** Acts out one execution whose function is `work`; answers how it ended, what was asked and how long it waited. */
export async function acted(
  definition: JsonObject,
  input: Json,
  work: (asked: Json, call: number) => Outcome | Promise<Outcome>,
  world: Partial<World> = {},
) {
  const asked: Json[] = [];
  const waits: number[] = [];
  const ended = await execute(aMachine(definition), input, {
    invoke: async (_id, payload) => {
      const question: Json = JSON.parse(payload);
      asked.push(question);
      return work(question, asked.length);
    },
    pause: async (ms) => void waits.push(ms),
    now: () => 0,
    signal: new AbortController().signal,
    ...world,
  });
  return { ended, asked, waits };
}
