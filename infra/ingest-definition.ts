import {
  Choice,
  Condition,
  DefinitionBody,
  JsonPath,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { PlatformFunction } from './function.ts';
import { failWith, stepsOf, untilAllFinished } from './machine-steps.ts';

/**
 * The parts of one file that are taken in at once. The guard on the table's writes is reached by about as
 * many, and the calls of a whole account are left to the door and the other functions.
 */
const PARTS_AT_ONCE = 16;

/** Where the object's key stands in S3's word that a file has arrived; all steps keep that word beside theirs. */
const KEY = '$.detail.object.key';

/**
 * S3's word ─> plan ─> map over the parts ─> finish. Each part is an execution of its own, which calls the
 * function again and again until the part is finished; any failure fails the whole and names the file.
 */
export function ingestDefinition(scope: Construct, calls: PlatformFunction): DefinitionBody {
  const step = stepsOf(scope, calls);
  const plan = step('Plan', { step: 'plan', key: JsonPath.stringAt(KEY) }, '$.plan');
  const parts = untilAllFinished(scope, 'For each part', {
    itemsPath: '$.plan.parts',
    atOnce: PARTS_AT_ONCE,
    step: step(
      'Ingest a part',
      {
        step: 'part',
        batch: JsonPath.stringAt('$.batch'),
        part: JsonPath.numberAt('$.part'),
        of: JsonPath.numberAt('$.of'),
      },
      '$',
    ),
  });
  const finish = step(
    'Finish',
    { step: 'finish', batch: JsonPath.stringAt('$.plan.batch') },
    JsonPath.DISCARD,
  );
  failWith([plan, parts, finish], {
    scope,
    name: 'Not taken in',
    cause: 'The file {} was not taken in: {}',
    paths: [KEY],
  });
  const isBatch = Choice.jsonPath(scope, 'Is it a batch?')
    .when(Condition.isPresent('$.plan.batch'), parts.next(finish))
    .otherwise(Succeed.jsonPath(scope, 'No batch'));
  return DefinitionBody.fromChainable(plan.next(isBatch));
}
