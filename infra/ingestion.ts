import { Duration, Stack } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  CustomerManagedEncryptionConfiguration,
  LogLevel,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { type AlarmBell, Loss, PER_MINUTE } from './alarm.ts';
import { type FunctionProps, LOG_RETENTION, PlatformFunction } from './function.ts';
import { BATCH_PREFIX, type Inbox } from './inbox.ts';
import { ingestDefinition } from './ingest-definition.ts';
import { MachineRole } from './machine-role.ts';
import { DeadLetters } from './queue.ts';

/** The largest lawful file is taken in sooner; what goes on for longer makes no progress. */
const MAX_HOURS = 6;
const LATE_MS = 60 * 60 * 1000;

export type IngestionProps = Omit<FunctionProps, 'bundle'> & {
  readonly key: Key;
  readonly bell: AlarmBell;
  readonly inbox: Inbox;
};

/** inbox ─ Object Created ─> rule ─> state machine ─> ingest, part by part. */
export class Ingestion extends Construct {
  readonly function: PlatformFunction;
  private readonly machine: StateMachine;

  constructor(scope: Construct, id: string, props: IngestionProps) {
    super(scope, id);
    const { key, bell, inbox } = props;
    this.function = new PlatformFunction(this, 'Step', { ...props, bundle: 'ingest' });
    this.machine = this.machineFor(props);
    const dead = new DeadLetters(this, 'Dead', {
      key,
      bell,
      loses: 'A delivered file is not taken in, because nothing could be told that it has arrived.',
    });
    // CDK lets the bus write into the queue, but not use the key under which the queue lies.
    key.grant(
      new ServicePrincipal('events.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      'kms:Decrypt',
      'kms:GenerateDataKey',
    );
    new Rule(this, 'Rule', {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [inbox.bucket.bucketName] },
          object: { key: [{ prefix: BATCH_PREFIX }] },
        },
      },
      targets: [new SfnStateMachine(this.machine, { deadLetterQueue: dead.queue })],
    });
    this.watch(bell);
  }

  private machineFor({ stage, key }: IngestionProps): StateMachine {
    const machineName = `${Stack.of(this).stackName}-ingest`;
    const role = new MachineRole(this, 'MachineRole', {
      stage,
      key,
      machineName,
      calls: this.function,
    });
    const machine = new StateMachine(this, 'Machine', {
      stateMachineName: machineName,
      definitionBody: ingestDefinition(this, this.function),
      role: role.withoutPolicyUpdates(),
      timeout: Duration.hours(MAX_HOURS),
      encryptionConfiguration: new CustomerManagedEncryptionConfiguration(key),
      logs: {
        level: LogLevel.ALL,
        destination: new LogGroup(this, 'Logs', {
          // Under this prefix the account's one policy for logs, which is short, need not name the group.
          logGroupName: `/aws/vendedlogs/states/${machineName}`,
          retention: LOG_RETENTION,
          removalPolicy: stage.removal,
        }),
      },
      tracingEnabled: stage.tracing === Tracing.ACTIVE,
    });
    // CDK writes one for the map, which would be attached to nothing: the role above says it all.
    machine.node.tryRemoveChild('DistributedMapPolicy');
    if (stage.tracing === Tracing.DISABLED)
      for (const finding of [
        'AwsSolutions-SF2',
        'Serverless-StepFunctionStateMachineXray',
      ] as const)
        acknowledge(machine, finding, 'X-Ray does not trace Lambda in China: half a trace.');
    return machine;
  }

  private watch(bell: AlarmBell): void {
    const loss = (id: string, loses: string, metric: IMetric, above = 0) =>
      new Loss(this, id, { bell, loses, metric, above });
    const count = { ...PER_MINUTE, statistic: 'Sum' };
    loss(
      'Failed',
      'A delivered file is not taken in, so firms are judged without its records.',
      this.machine.metricFailed(count),
    );
    loss(
      'TimedOut',
      'A delivered file is not taken in, because its ingest went on for hours without an end.',
      this.machine.metricTimedOut(count),
    );
    loss(
      'Late',
      'Delivered files wait for over an hour before their records count.',
      this.machine.metricTime({ ...PER_MINUTE, statistic: 'Maximum' }),
      LATE_MS,
    );
  }
}
