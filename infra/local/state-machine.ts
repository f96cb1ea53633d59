import { type Json, type JsonObject, propertiesOf } from './properties.ts';
import { type Choice, choiceOf } from './state-choice.ts';
import { objectOf, refuseOthers, wholeOf } from './state-fields.ts';
import { fillIn, type Read, readAt, textAt } from './state-paths.ts';
import { LONGEST_SECONDS, STEP_FIELDS, type Step, stepOf } from './state-step.ts';
import type { Resource, Template } from './template.ts';

/** States by name, of which one comes first. */
export type Flow = { readonly startAt: string; readonly states: ReadonlyMap<string, State> };

export type State =
  | (Step & { readonly type: 'Task'; readonly function: string; readonly parameters: Read })
  | (Step & {
      readonly type: 'Map';
      readonly items: Read;
      /** Each item goes through it by itself. */
      readonly flow: Flow;
      readonly maxConcurrency: number;
    })
  | Choice
  | { readonly type: 'Succeed' }
  | {
      readonly type: 'Fail';
      readonly error: (data: Json) => string;
      readonly cause: (data: Json) => string;
    };

/** A machine as it stands in the template, ready to be acted out. */
export type StateMachine = {
  readonly id: string;
  /** The logical id without CDK's hash: how people speak of it. */
  readonly name: string;
  readonly flow: Flow;
  /** An execution that goes on for longer has failed. */
  readonly timeoutMs: number;
};

/** The logical id of the function behind an ARN. */
type Behind = (arn: string, owner: string) => string;

/** Reads a state machine whose states the runner can act out; anything else is refused by name. */
export function stateMachineOf(template: Template, { id, properties }: Resource): StateMachine {
  const owner = `The state machine ${id}`;
  if (properties.has('StateMachineType') && properties.text('StateMachineType') !== 'STANDARD')
    throw new Error(`The local runner knows standard executions alone (${owner}).`);
  const definition = objectOf(owner, JSON.parse(properties.text('DefinitionString')));
  const { TimeoutSeconds, ...flow } = definition;
  return {
    id,
    name: id.replace(/[0-9A-F]{8}$/, ''),
    flow: flowOf(
      owner,
      flow,
      (arn, asker) => template.behind(arn, 'AWS::Lambda::Function', asker).id,
    ),
    timeoutMs: wholeOf(owner, TimeoutSeconds ?? LONGEST_SECONDS) * 1000,
  };
}

function flowOf(owner: string, written: JsonObject, behind: Behind): Flow {
  refuseOthers(owner, written, ['StartAt', 'States', 'Comment']);
  const { text, object } = propertiesOf(owner, written);
  const states = new Map(
    Object.entries(object('States')).map(([name, state]) => {
      const asker = `the state ${JSON.stringify(name)} of ${owner}`;
      return [name, stateOf(asker, objectOf(asker, state), behind)];
    }),
  );
  const startAt = text('StartAt');
  for (const name of [startAt, ...[...states.values()].flatMap(following)])
    if (!states.has(name)) throw new Error(`${owner} leads to the state ${name}, which it lacks.`);
  return { startAt, states };
}

function stateOf(owner: string, written: JsonObject, behind: Behind): State {
  const { text } = propertiesOf(owner, written);
  const type = text('Type');
  const fields = FIELDS[type];
  if (fields === undefined)
    throw new Error(`The local runner does not know states of the type ${type} (${owner}).`);
  refuseOthers(owner, written, ['Type', 'Comment', ...fields]);
  switch (type) {
    case 'Task':
      return {
        type,
        ...stepOf(owner, written),
        function: behind(text('Resource'), owner),
        parameters: fillIn(owner, written.Parameters),
      };
    case 'Map':
      return { type, ...stepOf(owner, written), ...mapOf(owner, written, behind) };
    case 'Choice':
      return choiceOf(owner, written);
    case 'Fail':
      return {
        type,
        error: textAt(owner, written.ErrorPath),
        cause: textAt(owner, written.CausePath),
      };
    default:
      return { type: 'Succeed' };
  }
}

/** A task's own timeout is moot: the function's is shorter. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Task: [...STEP_FIELDS, 'Resource', 'Parameters', 'TimeoutSeconds'],
  Map: [
    ...STEP_FIELDS,
    'ItemsPath',
    'ItemProcessor',
    'MaxConcurrency',
    'ToleratedFailurePercentage',
  ],
  Choice: ['Choices', 'Default'],
  Succeed: [],
  Fail: ['ErrorPath', 'CausePath'],
};

function mapOf(owner: string, written: JsonObject, behind: Behind) {
  const { text, object, whole } = propertiesOf(owner, written);
  if (whole('ToleratedFailurePercentage', 0) !== 0)
    throw new Error(`The local runner tolerates no failed item (${owner}).`);
  const { ProcessorConfig, ...flow } = object('ItemProcessor');
  const config = Object.values(objectOf(owner, ProcessorConfig)).sort().join(' ');
  if (config !== 'DISTRIBUTED STANDARD')
    throw new Error(`The local runner does not know maps that are ${config} (${owner}).`);
  const maxConcurrency = whole('MaxConcurrency', 0);
  return {
    items: readAt(owner, text('ItemsPath')),
    flow: flowOf(`the items of ${owner}`, flow, behind),
    maxConcurrency: maxConcurrency === 0 ? Number.POSITIVE_INFINITY : maxConcurrency,
  };
}

function following(state: State): readonly string[] {
  switch (state.type) {
    case 'Task':
    case 'Map':
      return [
        ...(state.next === undefined ? [] : [state.next]),
        ...state.catchers.map((each) => each.next),
      ];
    case 'Choice':
      return [
        ...state.rules.map((rule) => rule.next),
        ...(state.otherwise === undefined ? [] : [state.otherwise]),
      ];
    default:
      return [];
  }
}
