import { Duration, Stack } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { type AlarmBell, Loss, PER_MINUTE } from './alarm.ts';
import { type FunctionProps, PlatformFunction } from './function.ts';
import { DeadLetters } from './queue.ts';

export type SweepProps = Omit<FunctionProps, 'bundle'> & {
  readonly key: Key;
  readonly bell: AlarmBell;
  readonly everyHours: number;
};

/** schedule ─> sweep: what falls due by time alone. */
export class Sweep extends Construct {
  readonly function: PlatformFunction;

  constructor(scope: Construct, id: string, props: SweepProps) {
    super(scope, id);
    const { key, bell } = props;
    this.function = new PlatformFunction(this, 'Step', { ...props, bundle: 'sweep' });
    const dead = new DeadLetters(this, 'Dead', {
      key,
      bell,
      loses: 'What is due stands still for an hour or more, because the sweep could not be called.',
    });
    // CDK lets the schedule write into the queue, but not use the key under which the queue lies.
    key.grant(
      new ServicePrincipal('events.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      'kms:Decrypt',
      'kms:GenerateDataKey',
    );
    new Rule(this, 'Rule', {
      schedule: Schedule.rate(Duration.hours(props.everyHours)),
      targets: [new LambdaFunction(this.function.lambda, { deadLetterQueue: dead.queue })],
    });
    new Loss(this, 'Failed', {
      bell,
      loses: 'What is due stands still: the audit is not sealed, and what should expire does not.',
      metric: this.function.lambda.metricErrors({ ...PER_MINUTE, statistic: 'Sum' }),
      above: 0,
    });
  }
}
