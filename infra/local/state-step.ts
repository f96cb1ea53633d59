import { type JsonObject, propertiesOf } from './properties.ts';
import { objectOf, refuseOthers, wholeOf } from './state-fields.ts';
import { type Put, putAt } from './state-paths.ts';

/** What does something that may fail; without `next` it is the last. */
export type Step = {
  readonly put: Put;
  readonly next?: string;
  readonly retriers: readonly Retrier[];
  readonly catchers: readonly Catcher[];
};

export type Retrier = {
  readonly errors: readonly string[];
  readonly intervalMs: number;
  readonly backoffRate: number;
  readonly maxDelayMs: number;
  readonly maxAttempts: number;
};

export type Catcher = {
  readonly errors: readonly string[];
  readonly put: Put;
  readonly next: string;
};

/** Amazon's own limit for an execution, and so for any wait in it: a year. */
export const LONGEST_SECONDS = 365 * 24 * 60 * 60;
/** What any step may have beside what it does. */
export const STEP_FIELDS = ['Next', 'End', 'ResultPath', 'Retry', 'Catch'];

export function stepOf(owner: string, written: JsonObject): Step {
  const { text, list } = propertiesOf(owner, written);
  return {
    put: putAt(owner, written.ResultPath),
    ...(written.End !== true && { next: text('Next') }),
    retriers: list('Retry').map((each) => retrierOf(owner, objectOf(owner, each))),
    catchers: list('Catch').map((each) => catcherOf(owner, objectOf(owner, each))),
  };
}

function retrierOf(owner: string, written: JsonObject): Retrier {
  const known = ['ErrorEquals', 'IntervalSeconds', 'MaxAttempts', 'BackoffRate', 'MaxDelaySeconds'];
  refuseOthers(`Retry of ${owner}`, written, known);
  const whole = (key: string, unless: number) => wholeOf(owner, written[key] ?? unless);
  return {
    errors: errorsOf(owner, written),
    intervalMs: whole('IntervalSeconds', 1) * 1000,
    backoffRate: whole('BackoffRate', 2),
    maxDelayMs: whole('MaxDelaySeconds', LONGEST_SECONDS) * 1000,
    maxAttempts: whole('MaxAttempts', 3),
  };
}

function catcherOf(owner: string, written: JsonObject): Catcher {
  refuseOthers(`Catch of ${owner}`, written, ['ErrorEquals', 'ResultPath', 'Next']);
  return {
    errors: errorsOf(owner, written),
    put: putAt(owner, written.ResultPath),
    next: propertiesOf(owner, written).text('Next'),
  };
}

function errorsOf(owner: string, written: JsonObject): readonly string[] {
  const errors = propertiesOf(owner, written).list('ErrorEquals').map(String);
  if (errors.includes('States.TaskFailed'))
    throw new Error(`The local runner does not know the group States.TaskFailed (${owner}).`);
  return errors;
}
