import { Duration } from 'aws-cdk-lib';
import { type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { type AlarmBell, Loss, PER_MINUTE } from './alarm.ts';
import { type FunctionProps, PlatformFunction } from './function.ts';
import { DeadLetters } from './queue.ts';

const BATCH_SIZE = 10;
const MAX_RECEIVES = 5;
const WINDOW_SECONDS = 1;
/** What AWS advises: retries of a batch must never overlap the batch. */
const VISIBILITY_FACTOR = 6;

export type WorkerProps = FunctionProps & {
  readonly key: IKey;
  readonly bell: AlarmBell;
  readonly maxConcurrency: number;
  /** Messages that one call gets at most; 10 unless told. */
  readonly batchSize?: number;
  /** How long a call waits for more messages; 1 unless told. */
  readonly windowSeconds?: number;
  /** Receipts after which a message is dead; 5 unless told. */
  readonly maxReceives?: number;
  /** How long a message that was not finished waits, from its receipt; six times the timeout unless told. */
  readonly visibilitySeconds?: number;
  /** What a user loses while a message has failed for good. */
  readonly losesWhenDead: string;
  readonly late: { readonly minutes: number; readonly loses: string };
};

/** A function fed by a queue: at least once, failures one by one, and nothing vanishes unseen. */
export class Worker extends Construct {
  readonly function: PlatformFunction;
  private readonly queue: Queue;
  private readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: WorkerProps) {
    super(scope, id);
    const { key, bell } = props;
    this.function = new PlatformFunction(this, 'Worker', props);
    this.deadLetters = new DeadLetters(this, 'Dead', { key, bell, loses: props.losesWhenDead });
    this.queue = new Queue(this, 'Queue', {
      encryptionMasterKey: key,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(
        props.visibilitySeconds ?? props.timeoutSeconds * VISIBILITY_FACTOR,
      ),
      deadLetterQueue: {
        queue: this.deadLetters.queue,
        maxReceiveCount: props.maxReceives ?? MAX_RECEIVES,
      },
    });
    this.function.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: props.batchSize ?? BATCH_SIZE,
        maxBatchingWindow: Duration.seconds(props.windowSeconds ?? WINDOW_SECONDS),
        maxConcurrency: props.maxConcurrency,
        reportBatchItemFailures: true,
      }),
    );
    acknowledge(
      this.function,
      'Serverless-LambdaEventSourceMappingDestination',
      'A message that keeps failing goes to the dead letters of its queue; a mapping of SQS has no destination.',
    );
    new Loss(this, 'Late', {
      bell,
      loses: props.late.loses,
      metric: this.queue.metricApproximateAgeOfOldestMessage({
        ...PER_MINUTE,
        statistic: 'Maximum',
      }),
      above: props.late.minutes * 60,
    });
  }

  /** Every event of the bus that fits the pattern becomes a message; one that cannot be handed over, a dead letter. */
  listen(bus: IEventBus | 'default', eventPattern: EventPattern): void {
    new Rule(this, 'Rule', {
      ...(bus !== 'default' && { eventBus: bus }),
      eventPattern,
      targets: [new SqsQueue(this.queue, { deadLetterQueue: this.deadLetters.queue })],
    });
  }
}
