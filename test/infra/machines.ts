import { createRequire } from 'node:module';
import { execute } from '#infra/local/execution';
import type { Json } from '#infra/local/properties';
import type { Outcome } from '#infra/local/runtime-api';
import { type StateMachine, stateMachineOf } from '#infra/local/state-machine';
import { templateOf } from '#infra/local/template';
import { type SynthesisedStack, synthesised, theOneOf, valueAt } from './templates.ts';

export const MACHINE = 'AWS::StepFunctions::StateMachine';

type Verdict = { readonly isValid: boolean; readonly errors: readonly unknown[] };
/** The package comes without types. */
export const validate: (definition: object) => Verdict = createRequire(import.meta.url)(
  'asl-validator',
);

/** The machine of a construct as the runner reads it from the local stack. */
export async function localMachine(construct: string): Promise<StateMachine> {
  const [local] = await synthesised('local');
  const template = templateOf(JSON.parse(local?.text ?? ''), {
    assets: { files: {} },
    folder: '/nowhere',
    parameters: { Issuer: 'http://127.0.0.1:1/oidc' },
  });
  const resource = template.ofType(MACHINE).find(({ id }) => id.startsWith(construct));
  if (resource === undefined) throw new Error(`The local stack has no machine ${construct}.`);
  return stateMachineOf(template, resource);
}

/** A definition as it is deployed, with one ARN for whatever is made with the stack. */
export function definitionIn(stack: SynthesisedStack, construct: string) {
  const parts = valueAt(theOneOf(stack, MACHINE, construct).at('DefinitionString'), 'Fn::Join.1');
  const arn = 'arn:aws-cn:lambda:cn-north-1:000000000000:function:step';
  return JSON.parse(
    [parts]
      .flat()
      .map((part) => (typeof part === 'string' ? part : arn))
      .join(''),
  );
}

/** How an execution ends whose function is `work`, and what it was asked, as text. */
export async function actedOut(
  machine: StateMachine,
  input: Json,
  work: (asked: Record<string, unknown>) => Outcome | Promise<Outcome>,
) {
  const asked: string[] = [];
  const ended = await execute(machine, input, {
    invoke: async (_id, payload) => {
      const question = JSON.parse(payload);
      asked.push(Object.values(question).join(' '));
      return work(question);
    },
    pause: async () => {},
    now: () => 0,
    signal: new AbortController().signal,
  });
  return { ended, asked };
}
