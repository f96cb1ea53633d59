import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { type AlarmBell, Loss, PER_MINUTE } from './alarm.ts';
import { type FunctionProps, PlatformFunction } from './function.ts';
import { DeadLetters } from './queue.ts';

export type RetentionProps = Omit<FunctionProps, 'bundle'> & {
  readonly key: IKey;
  readonly bell: AlarmBell;
};

/**
 * schedule ─> retention, once a day: a function of its own, since it alone may delete. Where a call fails, the next
 * day finds what is left.
 */
export class Retention extends Construct {
  readonly function: PlatformFunction;

  constructor(scope: Construct, id: string, props: RetentionProps) {
    super(scope, id);
    const { key, bell } = props;
    this.function = new PlatformFunction(this, 'Step', { ...props, bundle: 'retention' });
    const dead = new DeadLetters(this, 'Dead', {
      key,
      bell,
      loses: 'People whose data should be gone are still in the table: retention was not called.',
    });
    new Rule(this, 'Rule', {
      schedule: Schedule.rate(Duration.days(1)),
      targets: [new LambdaFunction(this.function.lambda, { deadLetterQueue: dead.queue })],
    });
    new Loss(this, 'Failed', {
      bell,
      loses: 'People whose data should be gone by now are still in the table: retention fails.',
      metric: this.function.lambda.metricErrors({ ...PER_MINUTE, statistic: 'Sum' }),
      above: 0,
    });
  }
}
