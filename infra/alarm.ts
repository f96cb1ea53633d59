import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export const PER_MINUTE = { period: Duration.minutes(1) } as const;

/** Where alarms ring; whoever is on duty subscribes by hand, since telephones are nobody's code. */
export class AlarmBell extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: { readonly key: IKey }) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { masterKey: props.key, enforceSSL: true });
    // With a policy of its own a topic no longer admits the account's alarms by default.
    this.topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
  }
}

export type LossProps = {
  readonly bell: AlarmBell;
  /** One sentence: what a user loses while this rings. It is what the person on duty reads first. */
  readonly loses: string;
  readonly metric: IMetric;
  /** Rings above this, in the metric's unit. */
  readonly above: number;
  /** Periods in a row; 1 unless told. */
  readonly periods?: number;
};

/** An alarm that cannot be written without saying what a user loses, and that always rings somewhere. */
export class Loss extends Construct {
  constructor(scope: Construct, id: string, props: LossProps) {
    super(scope, id);
    new Alarm(this, 'Alarm', {
      alarmDescription: props.loses,
      metric: props.metric,
      threshold: props.above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: props.periods ?? 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(props.bell.topic));
  }
}
