import {
  AttributeType,
  Billing,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { EXPIRES_AT, INDEXES, PRIMARY } from '#adapters/dynamodb/table';
import { type AlarmBell, Loss, PER_MINUTE } from './alarm.ts';
import type { Stage } from './stage.ts';

/** A guard against a runaway bill, far above what a city needs; the alarm below rings when it is met. */
const MAX_UNITS_PER_SECOND = 10_000;
const RECOVERY_DAYS = 35;

const key = (name: string) => ({ name, type: AttributeType.STRING });

export type TableProps = { readonly stage: Stage; readonly key: IKey; readonly bell: AlarmBell };

/** The one table: on demand, under the customer's key, recoverable to any second of the last 35 days. */
export class PlatformTable extends Construct {
  readonly table: TableV2;
  readonly arn: string;
  readonly key: IKey;

  constructor(scope: Construct, id: string, props: TableProps) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      ...(props.stage.tableName !== undefined && { tableName: props.stage.tableName }),
      partitionKey: key(PRIMARY.partition),
      sortKey: key(PRIMARY.sort),
      globalSecondaryIndexes: Object.entries(INDEXES).map(([indexName, names]) => ({
        indexName,
        partitionKey: key(names.partition),
        sortKey: key(names.sort),
      })),
      billing: Billing.onDemand({
        maxReadRequestUnits: MAX_UNITS_PER_SECOND,
        maxWriteRequestUnits: MAX_UNITS_PER_SECOND,
      }),
      encryption: TableEncryptionV2.customerManagedKey(props.key),
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: RECOVERY_DAYS,
      },
      deletionProtection: true,
      removalPolicy: props.stage.removal,
      timeToLiveAttribute: EXPIRES_AT,
      dynamoStream: StreamViewType.NEW_IMAGE,
    });
    this.arn = this.table.tableArn;
    this.key = props.key;
    this.watch(props.bell);
  }

  /** CDK gives the ARN as optional, since a table may have no stream; this one always has. */
  get streamArn(): string {
    const arn = this.table.tableStreamArn;
    if (arn === undefined) throw new Error('The table was built without its stream.');
    return arn;
  }

  private watch(bell: AlarmBell): void {
    const losses = {
      Read: 'People wait or are turned away with an error, because the table refuses reads.',
      Write: 'Needs and delivered records are not taken in, because the table refuses writes.',
    };
    for (const [kind, loses] of Object.entries(losses))
      new Loss(this, `${kind}Throttles`, {
        bell,
        loses,
        metric: this.table.metric(`${kind}ThrottleEvents`, { ...PER_MINUTE, statistic: 'Sum' }),
        above: 0,
        periods: 2,
      });
  }
}
