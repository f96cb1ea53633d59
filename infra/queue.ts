import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { type AlarmBell, Loss, PER_MINUTE } from './alarm.ts';

const KEPT_DAYS = 14;
const THE_LAST = 'This is the queue where messages end; behind it stands a person with an alarm.';

export type DeadLettersProps = {
  readonly key: IKey;
  readonly bell: AlarmBell;
  /** What a user loses while a message lies here. */
  readonly loses: string;
};

/** Where messages lie that nobody could handle, for a fortnight, with an alarm from the first one on. */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: DeadLettersProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryptionMasterKey: props.key,
      enforceSSL: true,
      retentionPeriod: Duration.days(KEPT_DAYS),
    });
    acknowledge(this.queue, 'AwsSolutions-SQS3', THE_LAST);
    acknowledge(this.queue, 'Serverless-SQSRedrivePolicy', THE_LAST);
    new Loss(this, 'Depth', {
      bell: props.bell,
      loses: props.loses,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        ...PER_MINUTE,
        statistic: 'Maximum',
      }),
      above: 0,
    });
  }
}
