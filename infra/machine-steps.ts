import { Duration } from 'aws-cdk-lib';
import {
  Choice,
  Condition,
  DistributedMap,
  Errors,
  Fail,
  JsonPath,
  StateMachineType,
  Succeed,
  TaskInput,
  type TaskStateBase,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { PlatformFunction } from './function.ts';

/** Longer than the function's own time: it ends the wait for a call whose answer was lost. */
const LOST_AFTER_SECONDS = 16 * 60;

/** Lambda itself could not take the call or lost it: nobody's fault, so patience costs nothing. */
const notTaken = {
  errors: [
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.TooManyRequestsException',
  ],
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxDelay: Duration.minutes(1),
  maxAttempts: 12,
};
/** The call ran and failed, or ran out of its time: it goes on from its checkpoint, but a fault of ours stays one. */
const failed = {
  errors: [Errors.ALL],
  interval: Duration.seconds(5),
  backoffRate: 2,
  maxDelay: Duration.minutes(1),
  maxAttempts: 4,
};

/** Makes the machine's calls of its one function. */
export const stepsOf =
  (scope: Construct, { lambda: lambdaFunction }: PlatformFunction) =>
  (name: string, payload: Record<string, unknown>, resultPath: string): TaskStateBase =>
    LambdaInvoke.jsonPath(scope, name, {
      lambdaFunction,
      payload: TaskInput.fromObject(payload),
      payloadResponseOnly: true,
      resultPath,
      retryOnServiceExceptions: false,
      taskTimeout: Timeout.duration(Duration.seconds(LOST_AFTER_SECONDS)),
    })
      .addRetry(notTaken)
      .addRetry(failed);

/** Each item is an execution of its own, which does `step` again and again until that is finished. */
export const untilAllFinished = (
  scope: Construct,
  name: string,
  { itemsPath, atOnce, step }: { itemsPath: string; atOnce: number; step: TaskStateBase },
): DistributedMap =>
  DistributedMap.jsonPath(scope, name, {
    itemsPath,
    maxConcurrency: atOnce,
    // An item may go on for an hour; an express execution ends after five minutes.
    mapExecutionType: StateMachineType.STANDARD,
    toleratedFailurePercentage: 0,
    resultPath: JsonPath.DISCARD,
  }).itemProcessor(
    step.next(
      Choice.jsonPath(scope, 'Is it finished?')
        .when(Condition.booleanEquals('$.finished', true), Succeed.jsonPath(scope, 'Finished'))
        .otherwise(step),
    ),
  );

/** Any failure of the states fails the whole; `cause` is a sentence with a place for each of `paths` and the last for why. */
export function failWith(
  states: readonly (TaskStateBase | DistributedMap)[],
  failure: { scope: Construct; name: string; cause: string; paths?: readonly string[] },
): void {
  const { scope, name, cause, paths = [] } = failure;
  const end = Fail.jsonPath(scope, name, {
    errorPath: JsonPath.stringAt('$.failure.Error'),
    causePath: JsonPath.format(
      cause,
      ...[...paths, '$.failure.Cause'].map((path) => JsonPath.stringAt(path)),
    ),
  });
  for (const state of states)
    state.addCatch(end, { errors: [Errors.ALL], resultPath: '$.failure' });
}
