import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  DefinitionBody,
  DistributedMap,
  Errors,
  Fail,
  type IChainable,
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

/**
 * The parts of one file that are taken in at once. The guard on the table's writes is reached by about as
 * many, and the calls of a whole account are left to the door and the other functions.
 */
const PARTS_AT_ONCE = 16;
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

/** Where the object's key stands in S3's word that a file has arrived; all steps keep that word beside theirs. */
const KEY = '$.detail.object.key';

/**
 * S3's word ─> plan ─> map over the parts ─> finish. Each part is an execution of its own, which calls the
 * function again and again until the part is finished; any failure fails the whole and names the file.
 */
export function ingestDefinition(scope: Construct, { lambda }: PlatformFunction): DefinitionBody {
  const step = stepsOf(scope, lambda);
  const plan = step('Plan', { step: 'plan', key: JsonPath.stringAt(KEY) }, '$.plan');
  const ingest = step(
    'Ingest a part',
    {
      step: 'part',
      batch: JsonPath.stringAt('$.batch'),
      part: JsonPath.numberAt('$.part'),
      of: JsonPath.numberAt('$.of'),
    },
    '$',
  );
  const parts = DistributedMap.jsonPath(scope, 'For each part', {
    itemsPath: '$.plan.parts',
    maxConcurrency: PARTS_AT_ONCE,
    // A part may go on for an hour; an express execution ends after five minutes.
    mapExecutionType: StateMachineType.STANDARD,
    toleratedFailurePercentage: 0,
    resultPath: JsonPath.DISCARD,
  }).itemProcessor(untilFinished(scope, ingest));
  const finish = step(
    'Finish',
    { step: 'finish', batch: JsonPath.stringAt('$.plan.batch') },
    JsonPath.DISCARD,
  );

  const failure = failureNamingTheFile(scope);
  for (const state of [plan, parts, finish])
    state.addCatch(failure, { errors: [Errors.ALL], resultPath: '$.failure' });
  const isBatch = Choice.jsonPath(scope, 'Is it a batch?')
    .when(Condition.isPresent('$.plan.batch'), parts.next(finish))
    .otherwise(Succeed.jsonPath(scope, 'No batch'));
  return DefinitionBody.fromChainable(plan.next(isBatch));
}

const stepsOf =
  (scope: Construct, lambdaFunction: IFunction) =>
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

const untilFinished = (scope: Construct, ingest: TaskStateBase): IChainable =>
  ingest.next(
    Choice.jsonPath(scope, 'Is it finished?')
      .when(Condition.booleanEquals('$.finished', true), Succeed.jsonPath(scope, 'Finished'))
      .otherwise(ingest),
  );

const failureNamingTheFile = (scope: Construct): Fail =>
  Fail.jsonPath(scope, 'Not taken in', {
    errorPath: JsonPath.stringAt('$.failure.Error'),
    causePath: JsonPath.format(
      'The file {} was not taken in: {}',
      JsonPath.stringAt(KEY),
      JsonPath.stringAt('$.failure.Cause'),
    ),
  });
