import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import { Construct } from 'constructs';
import { EVENT_BODY, EVENT_PREFIX, EVENT_TYPE, PRIMARY } from '#adapters/dynamodb/table';
import { type AlarmBell, Loss, PER_MINUTE } from './alarm.ts';
import { LOG_RETENTION } from './function.ts';
import { DeadLetters } from './queue.ts';
import type { Stage } from './stage.ts';
import type { PlatformTable } from './table.ts';

export const EVENT_SOURCE = 'xinyidai';
export const EVENT_DETAIL_TYPE = 'domain event';

const BATCH_SIZE = 100;
const MAX_RETRIES = 10;
const NEW_IMAGE = '$.dynamodb.NewImage';

export type OutboxProps = {
  readonly stage: Stage;
  readonly key: IKey;
  readonly bell: AlarmBell;
  readonly table: PlatformTable;
};

/**
 * Publishes what was committed, and only that: event items of the table's stream go to the bus. A pipe
 * reports no delay of its stream, so failures, throttling and dead letters are what can ring.
 */
export class Outbox extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, props: OutboxProps) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus');
    const dead = new DeadLetters(this, 'Dead', {
      key: props.key,
      bell: props.bell,
      loses:
        'A firm is not scored or a need is not matched, because its event never left the table.',
    });
    const logs = new LogGroup(this, 'Logs', {
      retention: LOG_RETENTION,
      removalPolicy: props.stage.removal,
    });
    const pipe = new CfnPipe(this, 'Pipe', {
      roleArn: this.role(props, dead).roleArn,
      source: props.table.streamArn,
      sourceParameters: {
        filterCriteria: { filters: [{ pattern: JSON.stringify(newEventItem) }] },
        dynamoDbStreamParameters: {
          startingPosition: 'TRIM_HORIZON',
          batchSize: BATCH_SIZE,
          maximumRetryAttempts: MAX_RETRIES,
          onPartialBatchItemFailure: 'AUTOMATIC_BISECT',
          deadLetterConfig: { arn: dead.queue.queueArn },
        },
      },
      target: this.bus.eventBusArn,
      targetParameters: {
        eventBridgeEventBusParameters: { source: EVENT_SOURCE, detailType: EVENT_DETAIL_TYPE },
        inputTemplate: `{"type": <${NEW_IMAGE}.${EVENT_TYPE}.S>, "event": <${NEW_IMAGE}.${EVENT_BODY}.S>}`,
      },
      logConfiguration: {
        level: 'ERROR',
        cloudwatchLogsLogDestination: { logGroupArn: logs.logGroupArn },
      },
    });
    this.watch(pipe.ref, props.bell);
  }

  private role({ table, key }: OutboxProps, dead: DeadLetters): Role {
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('pipes.amazonaws.com') });
    const allow = (resource: string, ...actions: string[]) =>
      role.addToPolicy(new PolicyStatement({ resources: [resource], actions }));
    allow(
      table.streamArn,
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    );
    allow(this.bus.eventBusArn, 'events:PutEvents');
    allow(dead.queue.queueArn, 'sqs:SendMessage');
    allow(key.keyArn, 'kms:Decrypt', 'kms:GenerateDataKey');
    return role;
  }

  private watch(pipe: string, bell: AlarmBell): void {
    const losses = {
      ExecutionFailed:
        'Scores and matchings stand still for everyone, because committed events cannot be published.',
      ExecutionThrottled:
        'Scores and matchings come late for everyone, because events are published more slowly than they arise.',
    };
    for (const [metricName, loses] of Object.entries(losses))
      new Loss(this, metricName, {
        bell,
        loses,
        metric: new Metric({
          namespace: 'AWS/EventBridge/Pipes',
          metricName,
          dimensionsMap: { PipeName: pipe },
          statistic: 'Sum',
          ...PER_MINUTE,
        }),
        above: 0,
        periods: 2,
      });
  }
}

/** Events that no rule of the bus wants: every read of a firm makes one, and each would cost a message. */
const UNROUTED = ['firm_data_read'];

/** What the pipe lets through. */
export const newEventItem = {
  eventName: ['INSERT'],
  dynamodb: {
    Keys: { [PRIMARY.sort]: { S: [{ prefix: EVENT_PREFIX }] } },
    NewImage: { [EVENT_TYPE]: { S: [{ 'anything-but': UNROUTED }] } },
  },
};
