import { RemovalPolicy } from 'aws-cdk-lib';
import { Tracing } from 'aws-cdk-lib/aws-lambda';

export const cloudRegions = ['cn-north-1', 'cn-northwest-1', 'ap-southeast-1'] as const;
export type CloudRegion = (typeof cloudRegions)[number];

/** What differs from place to place; everything else is the same template everywhere. */
export type Stage = {
  readonly name: 'cloud' | 'local';
  readonly region: CloudRegion;
  readonly account: string;
  /** X-Ray does not take part with Lambda in China. */
  readonly tracing: Tracing;
  /** What holds data outlives its stack, except where the data is a developer's. */
  readonly removal: RemovalPolicy;
  /** One machine names its table, so that `xyd` finds it without reading a template. */
  readonly tableName?: string;
};

/** What CDK accepts where no account is told; `cdk deploy -c account=…` tells it. */
export const NO_ACCOUNT = '000000000000';

export const cloudStage = (region: CloudRegion, account: string): Stage => ({
  name: 'cloud',
  region,
  account,
  tracing: region.startsWith('cn-') ? Tracing.DISABLED : Tracing.ACTIVE,
  removal: RemovalPolicy.RETAIN,
});

export const localStage = (tableName: string): Stage => ({
  name: 'local',
  region: 'cn-north-1',
  account: NO_ACCOUNT,
  tracing: Tracing.DISABLED,
  removal: RemovalPolicy.DESTROY,
  tableName,
});
