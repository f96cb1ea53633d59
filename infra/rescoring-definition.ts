import { DefinitionBody, JsonPath } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { PlatformFunction } from './function.ts';
import { failWith, stepsOf, untilAllFinished } from './machine-steps.ts';

/**
 * The ranges of the city that are scored at once: as many calls as firms whose records have changed have, so that
 * those never wait for the rest of the city to be written.
 */
const RANGES_AT_ONCE = 10;

/**
 * Word that the city is to be scored anew ─> plan ─> map over the ranges of its firms. Each range is an execution of
 * its own, which goes on from call to call until the range is finished; any failure fails the whole.
 */
export function rescoringDefinition(scope: Construct, calls: PlatformFunction): DefinitionBody {
  const step = stepsOf(scope, calls);
  const plan = step('Plan', { step: 'plan' }, '$.plan');
  const ranges = untilAllFinished(scope, 'For each range', {
    itemsPath: '$.plan.ranges',
    atOnce: RANGES_AT_ONCE,
    step: step(
      'Score a range',
      {
        step: 'range',
        after: JsonPath.stringAt('$.after'),
        until: JsonPath.stringAt('$.until'),
      },
      '$',
    ),
  });
  failWith([plan, ranges], {
    scope,
    name: 'Not scored anew',
    cause: 'The city was not scored anew: {}',
  });
  return DefinitionBody.fromChainable(plan.next(ranges));
}
